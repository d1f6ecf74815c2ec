using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CrisisFlow.Runtime.Running;

/// <summary>What /health says: {status, started, stages: [{stage, lastRun, lastOk, failures}]}. No message of an exception, since anybody may ask.</summary>
public static class HealthJson
{
    public static (bool Healthy, string Json) Write(StageBoard board, TimeSpan heartbeat)
    {
        var healthy = board.Still(heartbeat).Count == 0;
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("status", healthy ? "ok" : "standing still");
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
