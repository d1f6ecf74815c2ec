using CrisisFlow.Local.Demo;
using CrisisFlow.Settings;

namespace CrisisFlow.Scenarios.Driver;

/// <summary>The demo's three days: its archive, its people, the built-in playbook.</summary>
internal static class DemoDays
{
    public static CrisisFlowSettings Settings() => DemoSettings.Create(new Uri("http://localhost:7071"));

    public static Task<LocalApp> StartAsync(CrisisFlowSettings? settings = null, DateTimeOffset? at = null) =>
        LocalApp.StartAsync(
            settings ?? Settings(),
            at ?? new DemoArchive().Start - TimeSpan.FromMinutes(10),
            polls: clock => new DemoArchive(clock).PollAsync
        );

    /// <summary>Until a case is open and somebody is asked.</summary>
    public static Task UntilCaseAsync(this LocalApp app) =>
        app.FastForwardUntilAsync(
            async () => app.Letters.Any(l => l.Links.Count > 0) && (await app.CasesAsync()).Count > 0,
            TimeSpan.FromDays(3),
            "a case is open"
        );
}
