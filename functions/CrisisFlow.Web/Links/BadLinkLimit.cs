using System.Threading.RateLimiting;

namespace CrisisFlow.Web.Links;

/// <summary>
/// Counts bad links per caller. After more than a few a minute the caller has to wait; a good link is never held up.
/// </summary>
/// <remarks>
/// The framework's limiters count in real time alone. The minute of the host's clock is part of the key, so that the
/// limit follows that clock; limiters of minutes that are over are idle, and are dropped.
/// </remarks>
internal sealed class BadLinkLimit(TimeProvider time) : IDisposable
{
    /// <summary>Bad links a caller may try in a minute.</summary>
    public const int PerMinute = 10;

    private readonly PartitionedRateLimiter<(string Caller, long Minute)> _links = PerKey(PerMinute);
    private readonly PartitionedRateLimiter<(string Caller, long Minute)> _lines = PerKey(1);

    /// <summary>Counts one more; true while the caller is within the limit.</summary>
    public bool Allows(string caller) => Acquire(_links, caller);

    /// <summary>True once a minute for each caller.</summary>
    public bool IsFirstBeyond(string caller) => Acquire(_lines, caller);

    public void Dispose()
    {
        _links.Dispose();
        _lines.Dispose();
    }

    private bool Acquire(PartitionedRateLimiter<(string Caller, long Minute)> limiter, string caller)
    {
        using var lease = limiter.AttemptAcquire((caller, time.GetUtcNow().UtcTicks / TimeSpan.TicksPerMinute));
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<(string Caller, long Minute)> PerKey(int permits) =>
        PartitionedRateLimiter.Create<(string Caller, long Minute), (string Caller, long Minute)>(key =>
            RateLimitPartition.GetFixedWindowLimiter(
                key,
                _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) }
            )
        );
}
