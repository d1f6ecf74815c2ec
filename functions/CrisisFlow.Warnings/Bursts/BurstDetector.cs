namespace CrisisFlow.Warnings.Bursts;

/// <summary>
/// How unusual a count is, given only what came before it. The count, smoothed over a short and a long span, is
/// compared with a baseline of
/// level and time of day; how rare such a deviation is for this very series makes the score. One set of parameters for
/// all series, constant time and memory per point.
/// </summary>
public sealed class BurstDetector
{
    /// <summary>The score from which a point announces a burst.</summary>
    public const double Threshold = 0.5;

    // All of them in units of time or of the data, none of one series.
    private const double MarkRarity = 3.8;
    private const double Ground = 10;
    private const double Damping = 0.3;
    private const double HighestDamped = 0.9;
    private const double DayGain = 0.1;
    private const double LargestStep = 1;
    private static readonly double Again = Math.Log(2);
    private static readonly TimeSpan[] Spans = [TimeSpan.FromMinutes(5), TimeSpan.FromHours(1)];
    private static readonly TimeSpan LevelMemory = TimeSpan.FromDays(1);
    private static readonly TimeSpan TailMemory = TimeSpan.FromDays(21);
    private static readonly TimeSpan WarmUp = TimeSpan.FromHours(50);
    private static readonly TimeSpan Quiet = TimeSpan.FromHours(24);
    private static readonly TimeSpan Crest = TimeSpan.FromHours(2);
    private static readonly TimeSpan Unlearned = TimeSpan.FromHours(3);

    private readonly double[] _gains;
    private readonly double _levelMemory;
    private readonly double _tailMemory;
    private readonly long _warmUp;
    private readonly TimeSpan _gap;
    private readonly double?[] _day = new double?[48];
    private readonly BurstTail[] _tails;
    private readonly double[] _deviations = new double[Spans.Length];
    private double _level;
    private long _points;
    private DateTimeOffset _at;
    private DateTimeOffset? _burstAt;

    /// <param name="interval">The usual distance of two points; more than 0 and at most a day.</param>
    /// <param name="state">What <see cref="State"/> gave earlier for the same series; null to begin.</param>
    public BurstDetector(TimeSpan interval, BurstState? state = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(interval, TimeSpan.FromDays(1));
        // A span of n points is smoothed with 2 / (n + 1).
        _gains = [.. Spans.Select(span => 2 / (Math.Max(1, span / interval) + 1))];
        _levelMemory = Math.Max(2, LevelMemory / interval);
        _tailMemory = Math.Max(50, TailMemory / interval);
        _warmUp = (long)Math.Max(24, WarmUp / interval);
        _gap = interval * 3;
        _tails = [.. Spans.Select(_ => BurstTail.Initial)];
        if (state is null)
            return;
        (_points, _at, _level, _burstAt) = (state.Points, state.At, state.Level, state.BurstAt);
        for (var i = 0; i < Math.Min(_day.Length, state.Day.Count); i++)
            _day[i] = state.Day[i];
        for (var i = 0; i < Math.Min(_tails.Length, state.Tails.Count); i++)
            _tails[i] = state.Tails[i];
    }

    public BurstState State => new(_points, _at, _level, [.. _day], [.. _tails], _burstAt);

    /// <summary>Scores one point and learns from it. Call in order of time.</summary>
    /// <param name="at">The time of day counts in this value's own offset.</param>
    /// <param name="count">0 or more; anything else is taken as missing.</param>
    /// <returns>
    /// 0 (ordinary) to 1 (never seen); a burst is announced at <see cref="Threshold"/>, once: its further points score
    /// lower unless they double it.
    /// 0 for a missing count and in the first 50 hours.
    /// </returns>
    public double Score(DateTimeOffset at, double count)
    {
        if (!(count >= 0) || double.IsPositiveInfinity(count))
            return 0;
        var afterGap = _points > 0 && at - _at > _gap;
        _points++;
        _at = at;
        var log = Math.Log(count + Ground);
        if (_points == 1)
            _level = log;
        else
            _level += Math.Clamp(log - _level, -LargestStep, LargestStep) / Math.Min(_points, _levelMemory);
        ref var slot = ref _day[(int)(at.TimeOfDay.TotalMinutes / 30)];
        var score = Rarity(count, _level + (slot ?? 0), at, afterGap);
        Announce(score, at);
        // A burst's first hours teach neither what is ordinary at this time of day nor how far the ordinary strays.
        if (_burstAt is { } burst && at - burst < Unlearned)
            return score / (score + MarkRarity);
        for (var i = 0; i < _tails.Length; i++)
            _tails[i] = _tails[i].Learn(_deviations[i], _points, _tailMemory);
        var step = Math.Clamp(log - _level, -LargestStep, LargestStep);
        slot = slot is { } known ? known + DayGain * (step - known) : 0.2 * step;
        return score / (score + MarkRarity);
    }

    /// <summary>The rarest of the spans; lower for the further points of a burst that was announced already.</summary>
    private double Rarity(double count, double baseline, DateTimeOffset at, bool afterGap)
    {
        var announced = _burstAt is { } burst && at - burst < Quiet;
        var rarest = 0.0;
        for (var i = 0; i < _tails.Length; i++)
        {
            var before = _tails[i].Smoothed;
            // After a gap the minutes before are unknown; ordinary values replace them.
            if (afterGap)
                before = Math.Max(0, Math.Exp(baseline) - Ground);
            var smoothed = double.IsNaN(before) ? count : before + _gains[i] * (count - before);
            _tails[i] = _tails[i] with { Smoothed = smoothed };
            _deviations[i] = Math.Log(smoothed + Ground) - baseline;
            var rarity = _points < _warmUp ? 0 : _tails[i].Rarity(_deviations[i]);
            if (announced && _deviations[i] < _tails[i].Peak + Again)
                rarity = Math.Min(rarity * Damping, MarkRarity * HighestDamped);
            rarest = Math.Max(rarest, rarity);
        }

        return rarest;
    }

    private void Announce(double rarity, DateTimeOffset at)
    {
        var since = _burstAt is { } burst ? at - burst : TimeSpan.MaxValue;
        if (rarity < MarkRarity && since >= Crest)
            return;
        for (var i = 0; i < _tails.Length; i++)
            _tails[i] = _tails[i] with
            {
                Peak = since < Quiet ? Math.Max(_tails[i].Peak, _deviations[i]) : _deviations[i],
            };
        if (rarity >= MarkRarity)
            _burstAt = at;
    }
}
