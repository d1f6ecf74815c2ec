namespace CrisisFlow.Warnings;

/// <summary>
/// One minute's look at a topic: what is raised, lowered, cleared or is held back, the most severe story first.
/// </summary>
internal sealed class Assessing
{
    /// <summary>
    /// Warnings of one topic that are active at the same time; a flood of stories is one matter, not a hundred mails.
    /// </summary>
    private const int MaxOpen = 4;

    private readonly WarningCommand.Assess _assess;
    private readonly WarningSettings _settings;
    private readonly List<WarningEvent> _events = [];

    /// <summary>The open warning each candidate continues; of several for one story, the most severe.</summary>
    private readonly Dictionary<Candidate, string> _goesOn = new(ReferenceEqualityComparer.Instance);
    private WarningState.Watching _state;

    private Assessing(WarningCommand.Assess assess, WarningState.Watching state)
    {
        _assess = assess;
        _settings = assess.Settings;
        _state = state;
    }

    public static IReadOnlyList<WarningEvent> Decide(WarningCommand.Assess assess, WarningState.Watching state)
    {
        var assessing = new Assessing(assess, state);
        var candidates = assess.Candidates.ToList();
        if (candidates.Count > 1)
            candidates.Sort(GravestFirst);
        assessing.EndSilences();
        // What is lowered or cleared goes first: a warning that ends in this minute holds nothing back any more.
        assessing.SinkOpen(candidates);
        foreach (var candidate in candidates)
            assessing.Rise(candidate);
        assessing.ReleaseMails();
        return assessing._events;
    }

    private static int GravestFirst(Candidate left, Candidate right)
    {
        var byIndex = right.Index.Value.CompareTo(left.Index.Value);
        return byIndex != 0 ? byIndex : string.CompareOrdinal(left.Title, right.Title);
    }

    /// <summary>The lowest level from which anything follows: a mail or a case.</summary>
    private double Followed => Math.Min(_settings.MailAt, _settings.OpenCaseAt);

    private TimeSpan HoldMemory => TimeSpan.FromHours(Math.Max(_settings.LongWindow, _settings.DismissFor));

    private bool Silenced => _state.Silences.Any(silence => silence.From <= _assess.At && _assess.At < silence.Until);

    private void EndSilences()
    {
        foreach (var silence in _state.Silences)
            if (silence.Until <= _assess.At)
                Emit(new WarningEvent.SilenceEnded(_assess.At, silence.Id, By: null));
    }

    private void SinkOpen(List<Candidate> candidates)
    {
        foreach (var open in _state.Open)
        {
            var candidate = candidates.Find(each => !_goesOn.ContainsKey(each) && each.Key.SameStory(open.Key));
            if (candidate is not null)
                _goesOn[candidate] = open.Id;
            var index = candidate?.Index ?? RiskIndex.Zero;
            var reached = Capped(Levels.Reached(index.Value, open.Level, _settings), candidate);
            if (reached < open.Level && !_assess.Unknown.Contains(open.Id))
                Sink(open, reached, index, candidate?.Evidence ?? []);
        }
    }

    private void Rise(Candidate candidate)
    {
        var open = _goesOn.TryGetValue(candidate, out var id)
            ? _state.Open.FirstOrDefault(known => known.Id == id)
            : null;
        // A second story of a warning already looked at adds nothing: the more severe one has spoken for both.
        if (open is null && _state.Open.Any(known => known.Key.SameStory(candidate.Key)))
            return;

        var from = open?.Level ?? Level.None;
        var reached = Levels.Reached(candidate.Index.Value, from, _settings);
        if (Capped(reached, candidate) < reached)
            HoldBack(candidate, reached, WarningReason.VolumeAlone);
        if (Capped(reached, candidate) > from)
            RaiseUnlessHeld(candidate, open, Capped(reached, candidate));
    }

    /// <summary>Volume alone is never above blue.</summary>
    private static Level Capped(Level reached, Candidate? candidate) =>
        candidate is { Risky: false } && reached > Level.Blue ? Level.Blue : reached;

    private void RaiseUnlessHeld(Candidate candidate, OpenWarning? open, Level level)
    {
        if (Hindrance(candidate, open, level) is { } reason)
        {
            if (reason == WarningReason.BiggerWarning && IsToldWithin(candidate, level))
            {
                Bundle(candidate, level, _state.Open.MaxBy(static other => other.Level)!);
                return;
            }
            HoldBack(candidate, level, reason);
            return;
        }
        var least = open is null && _state.Open.Length >= MaxOpen ? Least(level) : null;
        if (least is not null && candidate.Index.Value <= IndexNow(least))
        {
            Bundle(candidate, level, least);
            return;
        }
        var quiet = MailWaits(level);
        var id = open?.Id ?? WarningId.Next(_assess.Topic, _state.Count);
        Emit(
            EventsOf.Raised(
                candidate,
                _assess.At,
                id,
                open?.Level ?? Level.None,
                level,
                Why(candidate),
                mail: !quiet,
                told: !quiet && (double)level >= _settings.MailAt
            )
        );
        if (quiet)
            HoldBack(candidate, level, WarningReason.QuietHours, QuietHours.End(_assess.At, _settings, _assess.Zone));
        foreach (var smaller in _state.Open.Where(other => other.Id != id && other.Level < level))
            Emit(EventsOf.Cleared(smaller, _assess.At, smaller.Index, WarningReason.BiggerWarning, id));
        if (least is not null && _state.Open.Any(other => other.Id == least.Id))
            Displace(least, id);
    }

    private bool MailWaits(Level level) =>
        level < Level.Red && (double)level >= Followed && QuietHours.Cover(_assess.At, _settings, _assess.Zone);

    /// <summary>
    /// The least severe warning of those that are as high, when there are as many as there may be; null when one more
    /// may be raised.
    /// </summary>
    private OpenWarning? Least(Level level) =>
        _state.Open.Count(other => other.Level >= level) >= MaxOpen ? _state.Open.MinBy(IndexNow) : null;

    /// <summary>What a warning's story weighs now; what cannot be known weighs what it weighed last.</summary>
    private double IndexNow(OpenWarning open)
    {
        var now = _goesOn.FirstOrDefault(one => one.Value == open.Id).Key?.Index.Value ?? 0;
        return _assess.Unknown.Contains(open.Id) ? Math.Max(now, open.Index) : now;
    }

    /// <summary>
    /// Whether a story that is smaller than an active warning is told all the same: a grave event of its own that would
    /// have been a crisis on another day. Where nothing may be mailed it stays held back, and is told afterwards.
    /// </summary>
    private bool IsToldWithin(Candidate candidate, Level level) =>
        candidate.Grave
        && level >= Level.Orange
        && !Silenced
        && !MailWaits(level)
        // What was told as a warning of its own before a bigger one took it in is not told again.
        && !_state.Past.Any(past =>
            level <= past.Level && _assess.At - past.At < HoldMemory && past.Key.SameStory(candidate.Key)
        );

    /// <summary>One story too many: it is told, once, as part of a warning that stands.</summary>
    private void Bundle(Candidate candidate, Level level, OpenWarning into)
    {
        if (WasHeld(candidate.Key, level, WarningReason.Bundled))
            return;
        var waits = MailWaits(into.Level);
        Emit(
            EventsOf.Raised(
                candidate,
                _assess.At,
                into.Id,
                into.Level,
                into.Level,
                WarningReason.Bundled,
                mail: !waits,
                told: !waits && (double)into.Level >= _settings.MailAt
            )
        );
        HoldBack(candidate, level, WarningReason.Bundled);
    }

    /// <summary>The least severe warning makes room, and its story is not told a second time.</summary>
    private void Displace(OpenWarning least, string by)
    {
        Emit(EventsOf.Cleared(least, _assess.At, least.Index, WarningReason.Bundled, by));
        Emit(EventsOf.HeldBack(least, _assess.At, WarningReason.Bundled));
    }

    private WarningReason? Hindrance(Candidate candidate, OpenWarning? open, Level level)
    {
        if (!candidate.Named && candidate.Voices < _settings.Floor)
            return WarningReason.BelowFloor;
        if (open is null && _state.Open.Any(other => other.Level > level))
            return WarningReason.BiggerWarning;
        if (open is null)
        {
            foreach (var past in _state.Past)
            {
                if (level > past.Level || !past.Key.SameStory(candidate.Key))
                    continue;
                var age = _assess.At - past.At;
                if (past.Dismissed && age < TimeSpan.FromHours(_settings.DismissFor))
                    return WarningReason.Dismissed;
                if (!past.Dismissed && age < TimeSpan.FromMinutes(_settings.CoolDown))
                    return WarningReason.CoolDown;
            }
        }
        return Silenced ? WarningReason.Silenced : null;
    }

    private static WarningReason Why(Candidate candidate)
    {
        if (!candidate.Risky)
            return WarningReason.VolumeSurge;
        if (candidate.Grave)
            return WarningReason.GraveEvent;
        return candidate.Index.Terms.Count > 0 && candidate.Index.Terms[0].Indicator.OfNegative
            ? WarningReason.NegativeSurge
            : WarningReason.IndexRose;
    }

    private void Sink(OpenWarning open, Level to, RiskIndex index, IReadOnlyList<WarningEvidence> evidence)
    {
        if (_assess.At - open.LevelSince < TimeSpan.FromMinutes(_settings.CoolDown))
            return;
        if (to != Level.None)
        {
            Emit(EventsOf.Changed(open, _assess.At, to, index, evidence));
            return;
        }

        var cleared = EventsOf.Cleared(open, _assess.At, index.Value, WarningReason.Calm, into: null);
        // What a silence held to its end is not told after it.
        Emit(Silenced ? cleared with { Held = null } : cleared);
    }

    private void ReleaseMails()
    {
        if (Silenced || QuietHours.Cover(_assess.At, _settings, _assess.Zone))
            return;
        foreach (var open in _state.Open)
            if (open.MailHeld && (double)(open.Held?.Highest ?? open.Level) >= Followed)
                Emit(EventsOf.MailDue(open, _assess.At));
    }

    private void HoldBack(Candidate candidate, Level level, WarningReason reason, DateTimeOffset? until = null)
    {
        if (WasHeld(candidate.Key, level, reason, candidate.Flood))
            return;
        Emit(EventsOf.HeldBack(candidate, _assess.At, level, reason, until));
    }

    /// <summary>
    /// Said once per story, level and reason, for as long as the story could still be the same; and once more when it
    /// turns out that few tell it again and again.
    /// </summary>
    private bool WasHeld(StoryKey story, Level level, WarningReason reason, Flood? flood = null) =>
        _state.Holds.Any(hold =>
            hold.Reason == reason
            && hold.Level >= level
            && (hold.IsFlood || flood is null)
            && _assess.At - hold.At < HoldMemory
            && hold.Key.SameStory(story)
        );

    private void Emit(WarningEvent happened)
    {
        _events.Add(happened);
        _state = (WarningState.Watching)Evolving.After(_state, happened);
    }
}
