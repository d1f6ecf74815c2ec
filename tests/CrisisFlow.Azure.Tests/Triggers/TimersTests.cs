using System.Reflection;
using System.Text.Json;
using CrisisFlow.Azure.Orchestrations;
using CrisisFlow.Azure.Triggers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CrisisFlow.Azure.Tests.Triggers;

public sealed class TimersTests
{
    [Fact]
    public void Every_schedule_is_an_app_setting_that_the_template_names()
    {
        var schedules = typeof(Timers)
            .GetMethods()
            .SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<TimerTriggerAttribute>()?.Schedule)
            .OfType<string>()
            .Order(StringComparer.Ordinal)
            .ToList();
        using var template = JsonDocument.Parse(
            File.ReadAllText(
                Path.Combine(Repository.Root, "functions", "CrisisFlow.Azure", "local.settings.template.json")
            )
        );
        var values = template.RootElement.GetProperty("Values");

        Assert.Equal(
            ["%EvaluateSchedule%", "%PollSchedule%", "%PurgeSchedule%", "%RetentionSchedule%", "%SweepSchedule%"],
            schedules
        );
        Assert.All(
            schedules,
            schedule => Assert.Equal(6, values.GetProperty(schedule.Trim('%')).GetString()!.Split(' ').Length)
        );
    }

    [Fact]
    public void Histories_are_purged_of_ended_runs_alone_and_between_two_times()
    {
        var until = new DateTimeOffset(2026, 3, 6, 0, 0, 0, TimeSpan.Zero);
        var filter = EndedRuns.CreatedBefore(until);
        Assert.Equal((DateTimeOffset.UnixEpoch, until), (filter.CreatedFrom, filter.CreatedTo));
        Assert.Equal(
            [
                OrchestrationRuntimeStatus.Completed,
                OrchestrationRuntimeStatus.Failed,
                OrchestrationRuntimeStatus.Terminated,
            ],
            filter.Statuses!
        );
    }
}
