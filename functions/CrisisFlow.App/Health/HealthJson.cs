using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CrisisFlow.App.Health;

/// <summary>What /health says: {status, started, stages: [{stage, lastRun, lastOk, failures}]}. No message of an exception, since anybody may ask.</summary>
public static class HealthJson
{
    /// <summary>From this many on a stage's failures are no hiccup: the disk is full, or the database away or damaged.</summary>
    private const int FailuresInARow = 3;

    public static (bool Healthy, string Json) Write(StageHealth board, TimeSpan heartbeat)
    {
        var still = board.Still(heartbeat).Count > 0;
        var failing = board.Failing(FailuresInARow);
        var healthy = !still && !failing;
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("status", still ? "standing still" : failing ? "failing" : "ok");
            json.WriteString("started", Text(board.Started));
            json.WriteStartArray("stages");
            foreach (var run in board.Runs)
            {
                json.WriteStartObject();
                json.WriteString("stage", run.Stage);
                json.WriteString("lastRun", run.LastRun is { } ran ? Text(ran) : null);
                json.WriteString("lastOk", run.LastOk is { } ok ? Text(ok) : null);
                json.WriteNumber("failures", run.FailuresInARow);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return (healthy, Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
