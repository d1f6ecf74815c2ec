using System.Globalization;
using System.Text.Json;
using Microsoft.DurableTask;

namespace CrisisFlow.Azure.Tests.Orchestrations.Driver;

/// <summary>
/// A history as a text file, one thing that happened a line, so that a later version can be replayed over it.
/// </summary>
internal static class HistoryFile
{
    public static IEnumerable<string> Write(IEnumerable<History> history) =>
        history.Select(happened =>
            happened switch
            {
                History.Stepped step => $"stepped {step.At:O}",
                History.ActivityScheduled call => $"scheduled {call.Id} {call.Name} {call.Input}",
                History.ActivityCompleted done => $"completed {done.Id} {done.Result}",
                History.ActivityFailed failed => $"failed {failed.Id} {failed.Name} "
                    + $"{JsonSerializer.Serialize(failed.Failure with { StackTrace = null })}",
                History.TimerCreated timer => $"timer {timer.Id} {timer.FireAt:O}",
                History.TimerFired timer => $"fired {timer.Id}",
                History.Raised raised => $"raised {raised.Name} {raised.Payload}",
                _ => throw new InvalidOperationException($"{happened} cannot be written."),
            }
        );

    public static IEnumerable<History> Read(IEnumerable<string> lines) =>
        lines.Select(line =>
            (History)(
                line.Split(' ', 2) switch
                {
                    ["stepped", var at] => new History.Stepped(Time(at)),
                    ["scheduled", var rest] when rest.Split(' ', 3) is [var id, var name, var input] =>
                        new History.ActivityScheduled(Number(id), name, input),
                    ["completed", var rest] when rest.Split(' ', 2) is [var id, var result] =>
                        new History.ActivityCompleted(Number(id), result),
                    ["failed", var rest] when rest.Split(' ', 3) is [var id, var name, var failure] =>
                        new History.ActivityFailed(
                            Number(id),
                            name,
                            JsonSerializer.Deserialize<TaskFailureDetails>(failure)!
                        ),
                    ["timer", var rest] when rest.Split(' ', 2) is [var id, var at] => new History.TimerCreated(
                        Number(id),
                        Time(at)
                    ),
                    ["fired", var id] => new History.TimerFired(Number(id)),
                    ["raised", var rest] when rest.Split(' ', 2) is [var name, var payload] => new History.Raised(
                        name,
                        payload
                    ),
                    _ => throw new InvalidOperationException($"'{line}' is no line of a history."),
                }
            )
        );

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static DateTime Time(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
