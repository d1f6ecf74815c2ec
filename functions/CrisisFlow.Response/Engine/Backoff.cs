namespace CrisisFlow.Response.Engine;

/// <summary>How often and when an effect is tried again. Adapters never retry.</summary>
public static class Backoff
{
    /// <summary>
    /// Tries in all; the last failure is for good. With the waits below that is a little over 4 hours.
    /// </summary>
    public const int Tries = 10;

    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Upper limit for another side's Retry-After.</summary>
    private static readonly TimeSpan LongestAsked = TimeSpan.FromHours(4);

    /// <param name="failed">Tries that failed so far, from 1.</param>
    /// <param name="asked">The other side's Retry-After; null when absent.</param>
    public static TimeSpan After(int failed, TimeSpan? asked)
    {
        var own = First * Math.Pow(2, Math.Clamp(failed - 1, 0, 20));
        if (own > Longest)
            own = Longest;
        if (asked is not { } wished || wished <= own)
            return own;
        return wished < LongestAsked ? wished : LongestAsked;
    }
}
