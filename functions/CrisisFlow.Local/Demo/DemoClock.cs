using CrisisFlow.Local.Clock;

namespace CrisisFlow.Local.Demo;

/// <summary>
/// Days in minutes, but slower while somebody reads a mail or a task, so that a newcomer's half minute does not cost
/// half a day.
/// </summary>
internal sealed class DemoClock(DateTimeOffset start, double pace)
{
    private const double ReadingPace = 40;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    private long _reading;

    public MovedClock Time { get; } = new(start, pace, TimeProvider.System);

    /// <summary>Whether it goes slowly for a reader just now.</summary>
    public bool IsWaiting =>
        Volatile.Read(ref _reading) is var at and > 0 && TimeProvider.System.GetElapsedTime(at) < Patience;

    /// <summary>Looks at a request: reading slows the clock down, deciding lets it run again.</summary>
    public void Sees(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (path == "/" && HttpMethods.IsGet(context.Request.Method))
            context.Response.Headers["Refresh"] = "5";
        if (HttpMethods.IsPost(context.Request.Method))
            Volatile.Write(ref _reading, 0);
        else if (
            path.StartsWith("/l/", StringComparison.Ordinal) || path.StartsWith("/outbox/", StringComparison.Ordinal)
        )
            Volatile.Write(ref _reading, TimeProvider.System.GetTimestamp());
        Adjust();
    }

    /// <summary>Takes the pace that fits; called again and again.</summary>
    public void Adjust() => Time.Pace = IsWaiting ? Math.Min(ReadingPace, pace) : pace;
}
