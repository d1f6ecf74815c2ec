using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Testing.Cases;
using static CrisisFlow.Testing.Cases.SampleCase;

namespace CrisisFlow.Cases.Tests.Lifecycle;

/// <summary>What a walk draws its chances from.</summary>
internal sealed record WalkPlan(int Opening, int[] Steps);

/// <summary>One case led by chance.</summary>
internal sealed class CaseWalk
{
    private readonly List<CaseCommand> _commands = [];
    private readonly List<CaseEvent> _events = [];
    private CaseState _state = CaseDecider.Initial;
    private DateTimeOffset _now = Start;

    public string End => _state is CaseState.Closed closed ? closed.Ended.Ending.ToString() : "Waits";

    /// <summary>The commands of a walk, up to where it ends or fails.</summary>
    public static string Describe(WalkPlan plan)
    {
        var walk = new CaseWalk();
        try
        {
            walk.Run(plan);
        }
        catch (Xunit.Sdk.XunitException) { }

        return string.Join(Environment.NewLine, walk._commands.Skip(1).Prepend<object>($"opening {plan.Opening}"));
    }

    public void Run(WalkPlan plan)
    {
        Begin(new Random(plan.Opening));
        for (var i = 0; i < plan.Steps.Length && _state is CaseState.Open open; i++)
        {
            var random = new Random(plan.Steps[i]);
            Do(CaseChance.Next(random, open, _now += TimeSpan.FromMinutes(random.Next(40))), $"step {i}");
        }

        LetTimePass();
    }

    private void Begin(Random random)
    {
        var plan = SamplePlaybook.Standard;
        Do(
            Open(
                plan with
                {
                    Facts = random.Next(3) == 0 ? [] : plan.Facts,
                    Holding =
                        random.Next(2) == 0
                            ? new HoldingPlan()
                            : SamplePlaybook.Holding with
                            {
                                After = random.Next(2) == 0 ? null : TimeSpan.FromHours(2),
                            },
                    Approval = plan.Approval with
                    {
                        Stages =
                        [
                            plan.Approval.Stages[0],
                            plan.Approval.Stages[1] with
                            {
                                Quorum = QuorumOf(random.Next(3)),
                            },
                        ],
                        AuthorMayApproveAlone = random.Next(2) == 0,
                    },
                    Effect = plan.Effect with { FlareUpTo = (FlareUpTo)random.Next(2) },
                    Escalation = plan.Escalation with
                    {
                        Steps = [.. plan.Escalation.Steps.Take(random.Next(3))],
                        WhenNobodyAnswers = (NobodyAnswers)random.Next(3),
                    },
                },
                [.. SamplePeople.Roster.Where((_, i) => i == 0 || random.Next(5) > 0)]
            ),
            "opening"
        );
    }

    private static Quorum QuorumOf(int number) =>
        number switch
        {
            0 => new Quorum.First(),
            1 => new Quorum.All(),
            _ => new Quorum.AtLeast(2),
        };

    /// <summary>From here nobody answers any more: the case must come to rest, and soon.</summary>
    private void LetTimePass()
    {
        const string place = "afterwards";
        var steps = 0;
        while (CaseDecider.NextDeadline(_state) is { } next)
        {
            Assert.True(++steps < 500, $"{place}: time passed 500 times and the case still waits for {next}.");
            _now = next > _now ? next : _now;
            Do(new CaseCommand.PassTime(_now), place);
            Assert.True(
                CaseDecider.NextDeadline(_state) is not { } later || later > _now,
                $"{place}: after passing {_now} the next deadline is {CaseDecider.NextDeadline(_state)}."
            );
            if (
                _state is CaseState.Open { File: var file }
                && file.Measurements.LastOrDefault(m => m.State is MeasurementState.Waiting) is { } waiting
            )
                Do(
                    new CaseCommand.RecordMeasurement(
                        _now,
                        waiting.Number,
                        Talked("08:00", 100, 50, 60),
                        Talked("09:00", 100, 50, 60)
                    ),
                    place
                );
        }
    }

    private void Do(CaseCommand command, string place)
    {
        _commands.Add(command);
        var events = CaseLaws.Decider.Decide(command, _state) ?? [];
        foreach (var @event in events)
        {
            CaseInvariants.Check(
                _state,
                _events,
                @event,
                $"{place}: {command.GetType().Name} gave {@event.GetType().Name}"
            );
            _state = CaseDecider.Evolve(_state, @event);
            _events.Add(@event);
        }

        var again = CaseLaws.Decider.Decide(command, _state);
        Assert.True(
            again is null or { Count: 0 },
            $"{place}: {command} a second time gave {string.Join(", ", again ?? [])}."
        );
    }
}
