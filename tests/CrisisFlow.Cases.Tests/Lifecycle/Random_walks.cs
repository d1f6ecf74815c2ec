using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Testing.Cases;
using CrisisFlow.Warnings;
using static CrisisFlow.Testing.Cases.SampleCase;

namespace CrisisFlow.Cases.Tests.Lifecycle;

/// <summary>Cases led by chance, from a seed that is printed when something breaks.</summary>
public sealed class Random_walks
{
    private const int Steps = 25_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Never_break_what_must_hold(int seed)
    {
        var random = new Random(seed);
        var done = 0;
        var cases = 0;
        var ended = new Dictionary<string, int>();
        while (done < Steps)
        {
            var walk = new CaseWalk(random);
            for (var i = 0; i < 120 && done < Steps && !walk.IsOver; i++, done++)
                walk.Step($"seed {seed}, case {cases}, step {i}");
            walk.LetTimePass($"seed {seed}, case {cases}");
            ended[walk.End] = ended.GetValueOrDefault(walk.End) + 1;
            cases++;
        }

        // A walk that never gets far proves nothing.
        Assert.Contains("Reviewed", ended.Keys);
        Assert.Contains("Stopped", ended.Keys);
        Assert.Contains("NobodyAnswered", ended.Keys);
    }
}

/// <summary>One case led by chance.</summary>
internal sealed class CaseWalk
{
    private readonly Random _random;
    private readonly List<CaseEvent> _events = [];
    private CaseState _state = CaseDecider.Initial;
    private DateTimeOffset _now = Start;

    public CaseWalk(Random random)
    {
        _random = random;
        var plan = SamplePlaybook.Standard;
        Do(Open(plan with
        {
            Facts = random.Next(3) == 0 ? [] : plan.Facts,
            Holding = random.Next(2) == 0 ? new HoldingPlan() : SamplePlaybook.Holding with { After = random.Next(2) == 0 ? null : TimeSpan.FromHours(2) },
            Approval = plan.Approval with
            {
                Stages = [plan.Approval.Stages[0], plan.Approval.Stages[1] with { Quorum = random.Next(3) switch { 0 => new Quorum.First(), 1 => new Quorum.All(), _ => new Quorum.AtLeast(2) } }],
                AuthorMayApproveAlone = random.Next(2) == 0,
            },
            Effect = plan.Effect with { FlareUpTo = (FlareUpTo)random.Next(2) },
            Escalation = plan.Escalation with { Steps = [.. plan.Escalation.Steps.Take(random.Next(3))], WhenNobodyAnswers = (NobodyAnswers)random.Next(3) },
        }, [.. SamplePeople.Roster.Where((_, i) => i == 0 || random.Next(5) > 0)]), "opening");
    }

    public bool IsOver => CaseDecider.IsTerminal(_state);

    public string End => _state is CaseState.Closed closed ? closed.Ended.Ending.ToString() : "Waits";

    public void Step(string place) => Do(CaseChance.Next(_random, (CaseState.Open)_state, _now += TimeSpan.FromMinutes(_random.Next(40))), place);

    /// <summary>From here nobody answers any more: the case must come to rest, and soon.</summary>
    public void LetTimePass(string place)
    {
        var steps = 0;
        while (CaseDecider.NextDeadline(_state) is { } next)
        {
            Assert.True(++steps < 500, $"{place}: time passed 500 times and the case still waits for {next}.");
            _now = next > _now ? next : _now;
            Do(new CaseCommand.PassTime(_now), place);
            Assert.True(CaseDecider.NextDeadline(_state) is not { } later || later > _now, $"{place}: after passing {_now} the next deadline is {CaseDecider.NextDeadline(_state)}.");
            if (_state is CaseState.Open { File: var file } && file.Measurements.LastOrDefault(m => m.State is MeasurementState.Waiting) is { } waiting)
                Do(new CaseCommand.RecordMeasurement(_now, waiting.Number, Talked("08:00", 100, 50, 60), Talked("09:00", 100, 50, 60)), place);
        }
    }

    private void Do(CaseCommand command, string place)
    {
        var events = CaseLaws.Decider.Decide(command, _state) ?? [];
        foreach (var @event in events)
        {
            CaseInvariants.Check(_state, _events, @event, $"{place}: {command.GetType().Name} gave {@event.GetType().Name}");
            _state = CaseDecider.Evolve(_state, @event);
            _events.Add(@event);
        }

        var again = CaseLaws.Decider.Decide(command, _state);
        Assert.True(again is null or { Count: 0 }, $"{place}: {command} a second time gave {string.Join(", ", again ?? [])}.");
    }
}

/// <summary>Commands that people might give, right and wrong.</summary>
internal static class CaseChance
{
    public static CaseCommand Next(Random random, CaseState.Open open, DateTimeOffset at)
    {
        var file = open.File;
        var by = Pick(random, file.Roster).Id;
        var task = file.OpenTasks.ToList() is { Count: > 0 } tasks ? Pick(random, tasks) : null;
        if (task is not null && random.Next(3) > 0) by = Pick(random, task.People);
        var round = file.Rounds.Count == 0 ? null : file.Rounds[Math.Max(0, file.Rounds.Count - 1 - random.Next(2))];
        var publication = file.Publications.LastOrDefault(p => p.State is PublicationState.Waiting) ?? file.Publications.LastOrDefault();
        return random.Next(30) switch
        {
            0 or 1 => new CaseCommand.DecideTriage(at, by, random.Next(8) == 0 ? TriageVerdict.Nothing : (TriageVerdict)random.Next(3)),
            2 or 3 or 4 => new CaseCommand.RecordFact(at, by, task?.Kind == TaskKind.Fact ? task.Id : null, $"Fact {random.Next(50)}"),
            5 or 6 or 7 => new CaseCommand.DraftStatement(at, by, TextsSaying($"Text {random.Next(20)}")),
            8 or 9 or 10 or 11 or 12 => new CaseCommand.Approve(at, by, round?.Number ?? 1, round?.Hash ?? Hash),
            13 => new CaseCommand.Reject(at, by, round?.Number ?? 1, round?.Hash ?? Hash, "No."),
            14 or 15 or 16 when publication is not null => new CaseCommand.RecordPublication(at, publication.Id, "done"),
            17 when publication is not null => new CaseCommand.RecordPublicationFailure(at, publication.Id, "gone"),
            18 or 19 => new CaseCommand.CompleteTask(at, by, task?.Id ?? new TaskId("none")),
            20 => new CaseCommand.RecordMeasurement(at, file.Measurements.Count, Talked("08:00", 100, 50, 60), Talked("09:00", 100, random.Next(100), random.Next(100))),
            21 when random.Next(4) == 0 => new CaseCommand.FlareUp(at, null, (Level)random.Next(5), 80, "Again."),
            22 => new CaseCommand.Regrade(at, null, (Level)random.Next(5), ""),
            23 when random.Next(3) == 0 => new CaseCommand.HandOver(at, by, by, random.Next(2) == 0 ? Pick(random, file.Roster) : SamplePeople.Of(new PersonId($"new{random.Next(9)}"), "New"), random.Next(2) == 0 ? task?.Id : null),
            24 => new CaseCommand.AddNote(at, by, $"Note {random.Next(9)}"),
            25 => new CaseCommand.ReleaseHolding(at, by),
            26 => new CaseCommand.WriteReview(at, by, "Learned."),
            27 when random.Next(20) == 0 => new CaseCommand.Stop(at, by, "Enough."),
            28 => new CaseCommand.Close(at, by, ""),
            _ => new CaseCommand.PassTime(at),
        };
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];
}

/// <summary>What must hold of every event in every case.</summary>
internal static class CaseInvariants
{
    public static void Check(CaseState before, IReadOnlyList<CaseEvent> history, CaseEvent @event, string place)
    {
        Assert.True(history.Count == 0 || @event.At >= history[^1].At, $"{place} before the event before it.");
        switch (@event)
        {
            case CaseEvent.PublicationRequested e:
                Assert.False(history.OfType<CaseEvent.PublicationRequested>().Any(p => p.Publication == e.Publication), $"{place} twice for {e.Publication}.");
                Assert.True(e.Version == StatementVersion.Holding ? IsHolding(before, e.Hash) : IsApproved(before, e), $"{place} without an approval.");
                break;
            case CaseEvent.Approved e:
                Assert.False(history.OfType<CaseEvent.Approved>().Any(a => a.Round == e.Round && a.Stage == e.Stage && a.By == e.By), $"{place} twice by {e.By}.");
                break;
            case CaseEvent.TaskAssigned e:
                Assert.NotEmpty(e.People);
                Assert.True(e.At < e.RemindAt && e.RemindAt < e.Due, $"{place} with reminder {e.RemindAt} and deadline {e.Due}.");
                Assert.False(history.OfType<CaseEvent.TaskAssigned>().Any(t => t.Task == e.Task), $"{place} twice for {e.Task}.");
                break;
        }
    }

    private static bool IsHolding(CaseState state, string hash) => state.FileOrNull is { Playbook.Holding.Usable: true, Holding: { } holding } && holding.Hash == hash;

    /// <summary>Every stage of the playbook has its quorum of distinct people, and the author is among them only when alone.</summary>
    private static bool IsApproved(CaseState state, CaseEvent.PublicationRequested e)
    {
        var file = state.FileOrNull!;
        var version = file.VersionOf(e.Version)!;
        var round = file.Rounds.LastOrDefault(r => r.Version == e.Version);
        return version.Hash == e.Hash && StatementHash.Of(version.Texts) == e.Hash
            && round is { Closed.Outcome: RoundOutcome.Approved } && round.Hash == e.Hash
            && round.Stages.Count == file.Playbook.Approval.Stages.Count
            && round.Stages.All(s => s.Decisions.All(d => d.IsApproval) && s.Decisions.Select(d => d.By).Distinct().Count() >= s.Needed
                && (s.Decisions.All(d => d.By != version.Author) || (s.Needed == 1 && file.Playbook.Approval.AuthorMayApproveAlone)));
    }
}
