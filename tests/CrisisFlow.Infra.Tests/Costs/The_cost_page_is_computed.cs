using System.Globalization;
using System.Text.RegularExpressions;
using CrisisFlow.Infra.Tests.Checking;
using CrisisFlow.InfraTools.Costs;
using CrisisFlow.Testing;

namespace CrisisFlow.Infra.Tests.Costs;

public sealed class The_cost_page_is_computed
{
    private readonly Inputs _inputs = Inputs.Read(RepositoryRoot.Path);

    [Fact]
    public void The_page_is_what_the_inputs_give() =>
        Assert.Equal(
            CostDocument.Render(_inputs),
            File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "cost.md")).ReplaceLineEndings("\n")
        );

    [Fact]
    public void Every_price_and_every_number_is_used()
    {
        CostDocument.Render(_inputs);

        Assert.Equal(
            _inputs.Prices.Prices.Keys.Concat(_inputs.Workload.Numbers.Keys).Order(StringComparer.Ordinal),
            _inputs.Asked.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Every_number_says_whether_it_was_measured_counted_or_assumed() =>
        Assert.All(
            _inputs.Workload.Numbers,
            number => Assert.Matches("^(measured|counted|assumed)(: .+)?$", number.Value.How)
        );

    [Fact]
    public void A_bill_is_quantity_beyond_the_grant_times_price()
    {
        Assert.Equal(3m, new CostLine("x", 40, "things", "thing", 0.1m, Included: 10).Amount);
        Assert.Equal(0m, new CostLine("x", 4, "things", "thing", 0.1m, Included: 10).Amount);
    }

    [Theory]
    [InlineData("evaluationsPerHour", "evaluateSchedule")]
    [InlineData("pollsPerHour", "pollSchedule")]
    [InlineData("sweepsPerHour", "sweepSchedule")]
    public void Timer_runs_are_those_of_the_schedules(string number, string parameter)
    {
        var minutes = BicepCheck.Run().Parameters[parameter].Default!.Value.GetString()!.Split(' ')[1];
        var runs =
            minutes == "*"
                ? 60
                : 60 / int.Parse(minutes.Replace("*/", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

        Assert.Equal(runs, _inputs.Count(number));
    }

    [Fact]
    public void Log_alerts_are_the_rules_of_the_template() =>
        Assert.Equal(
            Regex.Count(
                File.ReadAllText(Path.Combine(BicepCheck.Infra, "app", "alerts.bicep")),
                "^    displayName: '",
                RegexOptions.Multiline
            ),
            _inputs.Count("logAlerts")
        );

    [Theory]
    [InlineData("alwaysReadyInstances", "alwaysReadyDurable", 1)]
    [InlineData("controlQueues", "partitionCount", 1)]
    [InlineData("memoryGb", "instanceMemoryMB", 1024)]
    public void Sizes_are_those_of_the_template(string number, string parameter, int per) =>
        Assert.Equal(
            decimal.Parse(
                BicepCheck.Run().Parameters[parameter].Default!.Value.GetString()!,
                CultureInfo.InvariantCulture
            ) / per,
            _inputs.Count(number)
        );
}
