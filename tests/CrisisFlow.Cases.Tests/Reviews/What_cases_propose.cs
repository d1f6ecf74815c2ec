using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Reviews;
using CrisisFlow.Warnings;
using static CrisisFlow.Testing.Cases.SampleCase;
using static CrisisFlow.Testing.Cases.SamplePeople;

namespace CrisisFlow.Cases.Tests.Reviews;

public sealed class What_cases_propose
{
    private static readonly WarningSettings Settings = new()
    {
        EnterYellow = 28,
        EnterOrange = 44,
        EnterRed = 70,
    };

    private static LibraryEntry Entry { get; } =
        CaseLibrary.EntryOf(
            After([.. StraightToReview(), new CaseCommand.WriteReview(At("1.10:00"), Cara, "Answer sooner.")])
        )!;

    private static IEnumerable<LibraryEntry> Cases(bool wasTrue, params double[] indexes) =>
        indexes.Select(i => Entry with { WasTrue = wasTrue, Index = i, Opened = Level.Orange, Level = Level.Orange });

    [Fact]
    public void Every_ended_case_is_kept_in_the_library() =>
        Assert.Equal(new LibraryEntry(Subject.Level, Subject.Level, Subject.Index, WasTrue: true), Entry);

    [Fact]
    public void Drills_and_open_cases_are_left_out_of_the_library()
    {
        Assert.Null(CaseLibrary.EntryOf(After(Open())));
        Assert.Null(CaseLibrary.EntryOf(After(Open(isDrill: true), new CaseCommand.Stop(At("10:00"), Leo, "Enough."))));
    }

    [Fact]
    public void A_higher_threshold_is_proposed_when_many_were_nothing_and_none_true_is_lost()
    {
        var proposal = ThresholdProposals
            .From([.. Cases(false, 45, 46, 46, 47, 48, 60), .. Cases(true, 52, 61)], [], Settings)
            .Single();
        Assert.Equal(
            new ThresholdProposal(
                "EnterOrange",
                Level.Orange,
                44,
                51.5,
                ProposalReason.TooManyFalse,
                new ProposalCounts(5, 6, 2)
            ),
            proposal
        );
    }

    [Fact]
    public void Nothing_is_proposed_when_a_true_one_would_be_lost() =>
        Assert.Empty(ThresholdProposals.From([.. Cases(false, 46, 47, 48, 49, 50), .. Cases(true, 45)], [], Settings));

    [Fact]
    public void Nothing_is_proposed_from_few_examples() =>
        Assert.Empty(ThresholdProposals.From([.. Cases(false, 45, 46, 47, 48)], [], Settings));

    [Fact]
    public void No_proposal_moves_a_threshold_by_more_than_ten_points() =>
        Assert.Equal(
            54,
            ThresholdProposals
                .From([], [.. Enumerable.Repeat(new JudgedWarning(Level.Orange, 45, false), 9)], Settings)
                .Single()
                .To
        );

    [Fact]
    public void A_lower_threshold_is_proposed_when_people_had_to_raise_true_cases()
    {
        var late = Enumerable
            .Range(36, 6)
            .Select(i => Entry with { Index = i, Opened = Level.Yellow, Level = Level.Orange });
        var proposal = ThresholdProposals
            .From([.. late], [new JudgedWarning(Level.Yellow, 40, false)], Settings)
            .Single();
        Assert.Equal(
            new ThresholdProposal(
                "EnterOrange",
                Level.Orange,
                44,
                35.5,
                ProposalReason.RaisedTooLate,
                new ProposalCounts(6, 6, 1)
            ),
            proposal
        );
    }
}
