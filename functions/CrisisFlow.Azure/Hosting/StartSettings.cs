using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Response.Channels;
using CrisisFlow.Settings;
using CrisisFlow.Settings.Starting;
using Microsoft.Extensions.Configuration;

namespace CrisisFlow.Azure.Hosting;

/// <summary>Everything the host is started with, checked as a whole.</summary>
/// <param name="Notes">Worth knowing, such as settings that this host ignores; logged at start.</param>
internal sealed record StartSettings(
    CrisisFlowSettings Product,
    ConnectionSettings Connections,
    LinkKeys Keys,
    IReadOnlyList<Playbook> Playbooks,
    IReadOnlyList<string> Notes
)
{
    private const string FileName = "crisisflow.yaml";

    private static readonly string[] Schedules =
    [
        "PollSchedule",
        "EvaluateSchedule",
        "SweepSchedule",
        "RetentionSchedule",
        "PurgeSchedule",
    ];

    /// <param name="configuration">App settings; they win over the file.</param>
    /// <param name="folder">Where crisisflow.yaml and the playbooks are deployed: beside the program.</param>
    /// <exception cref="StartProblemsException">The settings are invalid; lists every problem.</exception>
    public static StartSettings Read(IConfiguration configuration, string folder)
    {
        var file = Path.Combine(folder, FileName);
        var sources = new SettingsSources
        {
            File = File.Exists(file) ? file : null,
            Configuration = configuration,
            Folder = folder,
        };
        var loaded = StartCheck.Read(sources, HostKind.Azure, ChannelList.NewSettings(), ChannelList.Names);
        var (connections, missing) = ConnectionSettings.Read(configuration);
        List<string> problems =
        [
            .. loaded.Errors.Select(problem => problem.ToString()),
            .. missing,
            .. Schedules
                .Where(name => string.IsNullOrWhiteSpace(configuration[name]))
                .Select(name => $"{name} is not set; it is an NCRONTAB expression with six fields, in UTC."),
        ];
        var product = loaded.Settings;
        // On one machine a host makes its own key; here every instance must sign with the same one, which comes from
        // the vault.
        if (product.Links.CurrentKey.Length == 0)
            problems.Add("Links__CurrentKey is not set; it is the key that signs links, 32 bytes or more in base64.");
        if (problems.Count > 0)
            throw new StartProblemsException(problems);
        if (LinkKeys.TryParse(product.Links.CurrentKey, product.Links.PreviousKey, out var keys) is { } wrong)
            throw new StartProblemsException([$"Links__CurrentKey or Links__PreviousKey cannot be used: {wrong}"]);
        return new StartSettings(
            product,
            connections!,
            keys!,
            loaded.Playbooks,
            [.. loaded.Notes.Select(note => note.ToString())]
        );
    }
}
