using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Settings;
using CrisisFlow.Settings.Playbooks;

namespace CrisisFlow.Local.Commands;

/// <summary>Settings and playbooks together, with everything that is wrong with either.</summary>
internal sealed record Checked(CrisisFlowSettings Settings, IReadOnlyList<Playbook> Playbooks, IReadOnlyList<SettingsProblem> Problems)
{
    public static Checked Load(string? file, string[] set)
    {
        var (found, problems) = SettingsFile.Load(file, set);
        if (found is not { } settings) return new(new(), [], problems);
        var playbooks = PlaybookSet.Load(settings.Cases.Playbooks);
        List<SettingsProblem> all = [.. problems, .. playbooks.Problems];
        all.AddRange(TopicSet.Check([.. settings.Topics.Where(t => !string.IsNullOrWhiteSpace(t.Match))]).Select(p => p with { Place = file ?? p.Place }));
        if (settings.Brand.Name.Length == 0) all.Add(new(file ?? "settings", "brand.name", "The brand has no name; mails, pages and statements need one."));
        if (settings.Topics.Count == 0) all.Add(new(file ?? "settings", "topics", "Nothing is watched; name at least one topic with its query."));
        all.AddRange(PlaybookCheck.Roles(playbooks.Playbooks, Roster.Of(settings)));
        if (!IsThisMachine(settings.Site.Listen) && settings.ApiKeys.Pages.Length == 0)
            all.Add(new(file ?? "settings", "site.listen", $"'{settings.Site.Listen}' can be reached from other machines; set apiKeys.pages."));
        if (IsThisMachine(settings.Site.Listen) && !settings.Site.BaseUrl.IsLoopback && settings.ApiKeys.Pages.Length == 0)
            all.Add(new(file ?? "settings", "site.baseUrl", $"'{settings.Site.BaseUrl}' is reached from other machines, so a proxy hands their requests on to this one; set apiKeys.pages."));
        return new(settings, playbooks.Playbooks, all);
    }

    private static bool IsThisMachine(string listen) =>
        Uri.TryCreate(listen, UriKind.Absolute, out var uri) && (uri.IsLoopback || uri.Host == "localhost");
}
