using System.Text.Json;
using System.Text.RegularExpressions;
using CrisisFlow.Reading.Values;
using CrisisFlow.Testing;
using TimeZoneConverter;

namespace CrisisFlow.Reading.Tests;

/// <summary>
/// Windows without ICU knows its own names of zones only. A stand-in knows no more than that here; the pipeline's
/// Windows job runs the same tests on the real thing.
/// </summary>
public sealed partial class ZonesOnWindows
{
    [Theory]
    [InlineData("Asia/Shanghai", "China Standard Time")]
    [InlineData("Asia/Hong_Kong", "China Standard Time")]
    [InlineData("Europe/London", "GMT Standard Time")]
    [InlineData("America/New_York", "Eastern Standard Time")]
    [InlineData("UTC", "UTC")]
    public void An_IANA_name_is_found_on_Windows_without_ICU(string name, string windows) =>
        Assert.Equal(windows, IanaZones.Find(name, OnWindows)?.Id);

    [Theory]
    [InlineData("Mars/Olympus")]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    public void What_is_no_zone_is_none_and_never_UTC(string name)
    {
        Assert.Null(IanaZones.Find(name, OnWindows));
        Assert.Null(IanaZones.Find(name));
    }

    [Theory]
    [InlineData("Asia/Shanghai")]
    [InlineData("Europe/London")]
    [InlineData("UTC")]
    public void A_zone_is_shown_by_its_IANA_name(string name) =>
        Assert.Equal(name, IanaZones.NameOf(IanaZones.Find(name)!));

    [Fact]
    public void A_zone_that_Windows_calls_otherwise_is_shown_by_its_IANA_name() =>
        Assert.Equal("Asia/Shanghai", IanaZones.NameOf(OnWindows("China Standard Time")!));

    /// <summary>Without the switch, letters would be folded by the ICU a machine has: see docs/adr/0018.</summary>
    [Fact]
    public void The_built_program_runs_without_ICU_on_every_system_so_Windows_needs_the_table()
    {
        var built = Path.ChangeExtension(typeof(ZonesOnWindows).Assembly.Location, ".runtimeconfig.json");
        using var config = JsonDocument.Parse(File.ReadAllText(built));
        Assert.True(
            config
                .RootElement.GetProperty("runtimeOptions")
                .GetProperty("configProperties")
                .GetProperty("System.Globalization.Invariant")
                .GetBoolean()
        );
        Assert.Contains(
            "<InvariantGlobalization>true</InvariantGlobalization>",
            File.ReadAllText(Path.Combine(RepositoryRoot.Path, "Directory.Build.props")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Every_look_up_of_a_zone_goes_through_the_table()
    {
        var functions = Path.Combine(RepositoryRoot.Path, "functions");
        var asking = Directory
            .EnumerateFiles(functions, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .Where(file => LookUp().IsMatch(File.ReadAllText(file)))
            .Select(Path.GetFileName);
        Assert.Equal(["IanaZones.cs"], asking);
    }

    /// <summary>What Windows has in its registry: zones by its own names, with rules of no importance here.</summary>
    private static TimeZoneInfo? OnWindows(string id) =>
        TZConvert.KnownWindowsTimeZoneIds.Contains(id, StringComparer.OrdinalIgnoreCase)
            ? TimeZoneInfo.CreateCustomTimeZone(id, TimeSpan.FromHours(8), id, id)
            : null;

    [GeneratedRegex("FindSystemTimeZoneById")]
    private static partial Regex LookUp();
}
