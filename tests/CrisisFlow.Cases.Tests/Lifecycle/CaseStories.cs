using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Testing.Cases;
using CrisisFlow.Warnings;
using static CrisisFlow.Testing.Cases.SampleCase;
using static CrisisFlow.Testing.Cases.SamplePeople;

namespace CrisisFlow.Cases.Tests.Lifecycle;

/// <summary>Ways a case can go. Every state on the way of each is a sample for the laws.</summary>
internal static class CaseStories
{
    private static readonly Playbook WithHolding = SamplePlaybook.Standard with
    {
        Holding = SamplePlaybook.Holding with { After = TimeSpan.FromHours(3) },
        Escalation = SamplePlaybook.Standard.Escalation with { WhenNobodyAnswers = NobodyAnswers.PublishHolding },
    };

    private static IEnumerable<CaseCommand> Hours(int from, int to) =>
        Enumerable.Range(from, to - from + 1).Select(h => new CaseCommand.PassTime(Start + TimeSpan.FromHours(h)));

    private static CaseCommand Worse(int number, DateTimeOffset at) =>
        new CaseCommand.RecordMeasurement(at, number, Talked("08:56", 100, 80, 72), Talked("10:00", 300, 250, 85))
        {
            Course = new EffectCourse(600, 600, 10, 1),
        };

    public static IReadOnlyList<IReadOnlyList<CaseCommand>> All { get; } =
    [
        [.. StraightToReview(), new CaseCommand.WriteReview(At("1.10:00"), Cara, "Answer within the hour.")],
        [Open(), .. Hours(1, 100)],
        [Open(), new CaseCommand.Regrade(At("09:10"), null, Level.Red, "Television."), .. Hours(1, 3)],
        [Open(WithHolding), .. Hours(1, 100)],
        [
            Open(
                SamplePlaybook.Standard with
                {
                    Escalation = WithHolding.Escalation with { WhenNobodyAnswers = NobodyAnswers.Stop },
                }
            ),
            .. Hours(1, 20),
        ],
        [Open(WithHolding), new CaseCommand.DecideTriage(At("09:10"), Cara, TriageVerdict.Malicious), .. Hours(1, 60)],
        [
            .. StraightToExecution().Take(4),
            new CaseCommand.Reject(At("09:45"), Lena, 1, Hash, "Say since when."),
            new CaseCommand.DraftStatement(At("09:50"), Carl, TextsSaying("We recall all cookers sold since May.")),
            new CaseCommand.DraftStatement(At("09:55"), Carl, TextsSaying("We recall all cookers sold since June.")),
            .. Hours(2, 80),
        ],
        [
            .. StraightToExecution(),
            new CaseCommand.RecordPublication(At("09:56"), new PublicationId("v1-statement-page-zh"), "/statements/1"),
            new CaseCommand.RecordPublicationFailure(At("09:57"), new PublicationId("v1-webhook-en"), "410 Gone"),
            new CaseCommand.AddNote(At("09:58"), Ada, "The webhook has moved."),
            new CaseCommand.RecordMailFailure(At("09:59"), new ActionId("mail-000003-cara"), Cara, "550 no such user"),
            new CaseCommand.HandOver(At("10:00"), Ada, Kim, Of(new PersonId("nina"), "Nina", Role.CustomerService)),
            new CaseCommand.Stop(At("11:00"), Leo, "The authority takes over."),
        ],
        [
            .. StraightToEffect(),
            new CaseCommand.PassTime(At("11:00")),
            new CaseCommand.RecordMeasurementFailure(At("11:30"), 1, "No buckets."),
            new CaseCommand.FlareUp(At("12:00"), null, Level.Red, 91, "It is back."),
            new CaseCommand.Regrade(At("12:10"), Leo, Level.Yellow, "It is local."),
            new CaseCommand.ReleaseHolding(At("12:11"), Leo),
        ],
        [
            .. StraightToEffect(),
            new CaseCommand.PassTime(At("11:00")),
            Worse(1, At("11:01")),
            new CaseCommand.DecideSetback(At("11:10"), Cara, GoesBack: false, "The figures lag."),
            .. Hours(5, 5),
            Worse(2, At("14:01")),
            new CaseCommand.DecideSetback(At("14:10"), Leo, GoesBack: true),
        ],
        [
            Open(),
            new CaseCommand.DecideTriage(At("09:10"), Cara, TriageVerdict.Nothing, "An old story."),
            new CaseCommand.PassTime(At("1.09:00")),
        ],
        [
            Open(),
            new CaseCommand.DecideTriage(At("09:10"), Cara, TriageVerdict.Misunderstanding),
            .. Hours(1, 5),
            new CaseCommand.Close(At("1.09:00"), Cara, "All quiet."),
        ],
    ];

    /// <summary>Each story's events; a refused command is passed over.</summary>
    public static IReadOnlyList<IReadOnlyList<CaseEvent>> Histories { get; } =
    [
        .. All.Select(story =>
        {
            var state = CaseDecider.Initial;
            var events = new List<CaseEvent>();
            foreach (var command in story)
            {
                foreach (var @event in CaseLaws.Decider.Decide(command, state) ?? [])
                {
                    state = CaseDecider.Evolve(state, @event);
                    events.Add(@event);
                }
            }

            return events;
        }),
    ];

    /// <summary>Every state after every event of every story.</summary>
    public static IReadOnlyList<CaseState> States { get; } =
    [
        CaseDecider.Initial,
        .. Histories.SelectMany(history =>
        {
            var state = CaseDecider.Initial;
            return history.Select(e => state = CaseDecider.Evolve(state, e)).ToList();
        }),
    ];
}
