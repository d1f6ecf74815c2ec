using System.Text.Json;

namespace CrisisFlow.Azure.Tests.Costs;

/// <summary>infra/workload.json: what the cost page takes for counted.</summary>
internal static class Workload
{
    /// <summary>How far a number may be from what is measured before the page misleads.</summary>
    private const double Off = 0.10;

    /// <summary>The number is marked as measured and is what was measured; says both in any case.</summary>
    public static void Agrees(string name, double measured)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "infra", "workload.json")));
        var number = file.RootElement.GetProperty("numbers").GetProperty(name);
        var written = number.GetProperty("value").GetDouble();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{name}: measured {measured:0.##}, infra/workload.json says {written:0.##}"
        );

        Assert.StartsWith("measured", number.GetProperty("how").GetString(), StringComparison.Ordinal);
        Assert.True(
            Math.Abs(written - measured) <= Off * measured,
            $"infra/workload.json says {name} is {written:0.##}; measured are {measured:0.##}, more than {Off:P0} "
                + "off. Write it there and run scripts/cost."
        );
    }
}
