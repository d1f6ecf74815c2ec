namespace CrisisFlow.Local.Clock;

/// <summary>
/// A clock that starts anywhere and runs at any pace; timers follow it. Pace may change while it runs.
/// </summary>
public sealed class MovedClock : TimeProvider
{
    private readonly TimeProvider _real;
    private readonly Lock _lock = new();
    private readonly List<MovedTimer> _timers = [];
    private DateTimeOffset _then;
    private long _since;
    private double _pace;

    /// <param name="start">What it shows now.</param>
    /// <param name="pace">Its seconds per real second; 0.001 to 100,000.</param>
    public MovedClock(DateTimeOffset start, double pace, TimeProvider real)
    {
        (_real, _then, _since, _pace) = (real, start.ToUniversalTime(), real.GetTimestamp(), Checked(pace));
    }

    /// <summary>Its seconds per real second.</summary>
    public double Pace
    {
        get
        {
            lock (_lock)
                return _pace;
        }
        set
        {
            MovedTimer[] timers;
            lock (_lock)
            {
                if (value == _pace)
                    return;
                (_then, _since, _pace) = (Now(), _real.GetTimestamp(), Checked(value));
                timers = [.. _timers];
            }

            foreach (var timer in timers)
                timer.Rearm();
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return Now();
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new MovedTimer(this, callback, state);
        lock (_lock)
            _timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    private static double Checked(double pace) =>
        pace is >= 0.001 and <= 100_000
            ? pace
            : throw new ArgumentOutOfRangeException(nameof(pace), pace, "A clock's pace is 0.001 to 100000.");

    private DateTimeOffset Now() => _then + (_real.GetElapsedTime(_since) * _pace);

    private sealed class MovedTimer : ITimer
    {
        private readonly MovedClock _clock;
        private readonly ITimer _timer;
        private readonly TimerCallback _callback;
        private readonly object? _state;
        private DateTimeOffset? _due;
        private TimeSpan _period;

        public MovedTimer(MovedClock clock, TimerCallback callback, object? state)
        {
            (_clock, _callback, _state) = (clock, callback, state);
            _timer = clock._real.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_clock._lock)
            {
                _period = period;
                _due = dueTime == Timeout.InfiniteTimeSpan ? null : _clock.Now() + dueTime;
            }

            return Rearm();
        }

        public bool Rearm()
        {
            lock (_clock._lock)
            {
                if (_due is not { } due)
                    return _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                var wait = (due - _clock.Now()) / _clock._pace;
                // A timer takes whole milliseconds, at most 2^32 - 2 of them.
                var milliseconds = Math.Clamp(Math.Ceiling(wait.TotalMilliseconds), 0, 4_294_967_294d);
                return _timer.Change(TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);
            }
        }

        public void Dispose()
        {
            lock (_clock._lock)
                _clock._timers.Remove(this);
            _timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            lock (_clock._lock)
                _clock._timers.Remove(this);
            return _timer.DisposeAsync();
        }

        private void Fire()
        {
            lock (_clock._lock)
            {
                if (_due is not { } due)
                    return;
                if (due > _clock.Now())
                {
                    // The pace changed on the way.
                    Rearm();
                    return;
                }

                _due = _period > TimeSpan.Zero && _period != Timeout.InfiniteTimeSpan ? _clock.Now() + _period : null;
            }

            Rearm();
            _callback(_state);
        }
    }
}
