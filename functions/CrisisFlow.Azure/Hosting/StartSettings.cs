using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Settings;
using CrisisFlow.Settings.Playbooks;
using Microsoft.Extensions.Configuration;

namespace CrisisFlow.Azure.Hosting;

/// <summary>Everything the host is started with, checked as a whole.</summary>
internal sealed record StartSettings(CrisisFlowSettings Product, ConnectionSettings Connections, LinkKeys Keys, IReadOnlyList<Playbook> Playbooks)
{
    private const string FileName = "crisisflow.yaml";

    private static readonly string[] Schedules = ["PollSchedule", "EvaluateSchedule", "SweepSchedule", "RetentionSchedule", "PurgeSchedule"];

    /// <param name="configuration">App settings; they win over the file.</param>
    /// <param name="folder">Where crisisflow.yaml and the playbooks are deployed: beside the program.</param>
    /// <exception cref="StartProblemsException">Something is wrong; every problem is told.</exception>
    public static StartSettings Read(IConfiguration configuration, string folder)
    {
        var file = Path.Combine(folder, FileName);
        var (product, found) = SettingsLoader.Load(FileName, File.Exists(file) ? File.ReadAllText(file) : null, configuration, Environment.GetEnvironmentVariable);
        var playbooks = PlaybookSet.Load(product.Cases.Playbooks.Length == 0 ? "" : Path.Combine(folder, product.Cases.Playbooks));
        var (connections, missing) = ConnectionSettings.Read(configuration);
        List<string> problems =
        [
            .. found.Concat(playbooks.Problems).Select(problem => problem.ToString()),
            .. missing,
            .. Schedules.Where(name => string.IsNullOrWhiteSpace(configuration[name])).Select(name => $"{name} is not set; it is an NCRONTAB expression with six fields, in UTC."),
        ];
        // On one machine a host makes its own key; here every instance must sign with the same one.
        if (LinkKeys.TryParse(product.Links.CurrentKey, product.Links.PreviousKey, out var keys) is { } wrong)
            problems.Add($"Links__CurrentKey or Links__PreviousKey cannot be used: {wrong}");
        return problems.Count == 0 ? new StartSettings(product, connections!, keys!, playbooks.Playbooks) : throw new StartProblemsException(problems);
    }
}
