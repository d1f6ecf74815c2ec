using CrisisFlow.Settings.Playbooks;

namespace CrisisFlow.Settings.Starting;

/// <summary>
/// The one check of settings and playbooks, for both hosts and for the command <c>check</c>. What a host needs of its
/// own surroundings, such as the connections and keys that Azure gives it, it checks itself.
/// </summary>
public static class StartCheck
{
    /// <param name="blank">Takes the settings. It has the defaults, and the parts that channels bring.</param>
    /// <param name="channels">Names of the channels that playbooks may use.</param>
    public static Checked Read(
        SettingsSources sources,
        HostKind host,
        CrisisFlowSettings blank,
        IReadOnlyCollection<string> channels
    )
    {
        var reading = SettingsLoader.Load(sources, host, blank);
        // What else is wrong with a file that cannot be read follows from that alone.
        if (reading.Settings is not { } settings)
            return new(blank, [], reading.Problems);
        var findings = new Findings(reading);
        BrandRules.Check(settings, findings);
        PeopleRules.Check(settings.People, findings);
        TopicRules.Check(settings.Topics, findings);
        SourceRules.Check(settings, findings);
        foreach (var failure in Warnings.WarningSettingsCheck.Failures(settings.Warnings))
            findings.Add(failure.Setting, $"It {failure.What}");
        MailRules.Check(settings, host, findings);
        LinkRules.Check(settings.Links, findings);
        foreach (var (setting, message) in settings.Channels.All.SelectMany(part => part.Failures()))
            findings.Add("channels." + setting, message);
        SiteRules.Check(settings, host, findings);
        var playbooks = PlaybookSet.Load(
            settings.Cases.Playbooks.Length == 0 ? "" : Path.Combine(sources.Folder, settings.Cases.Playbooks),
            channels
        );
        PlaybookRules.Check(playbooks, settings, findings);
        return new(settings, playbooks.Playbooks, findings.Problems);
    }
}
