using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Core.Deciding;
using CrisisFlow.Testing.Cases;

namespace CrisisFlow.Cases.Tests.Lifecycle;

/// <summary>Given commands (each must be accepted), when a command, then events or a refusal.</summary>
internal sealed class Case
{
    private readonly CaseState _before;
    private readonly CaseCommand? _command;

    private Case(CaseState before, CaseCommand? command = null)
    {
        _before = before;
        _command = command;
    }

    public static Case Given(params IEnumerable<CaseCommand> history) => new(SampleCase.After(history));

    public Case And(params IEnumerable<CaseCommand> more) =>
        new(more.Aggregate(_before, (state, command) => Accepted(command, state).Aggregate(state, CaseDecider.Evolve)));

    public Case When(CaseCommand command) => new(_command is null ? _before : After, command);

    public CaseState Before => _before;

    /// <summary>The state after the command.</summary>
    public CaseState After => _command is null ? _before : Events.Aggregate(_before, CaseDecider.Evolve);

    public CaseFile File => After.FileOrNull ?? throw new InvalidOperationException("There is no case.");

    public IReadOnlyList<CaseEvent> Events => Accepted(_command!, _before);

    public CasePhase Phase => Assert.IsType<CaseState.Open>(After).Phase.Name;

    /// <summary>Exactly these events, compared by what is written down of them.</summary>
    public Case Then(params CaseEvent[] events)
    {
        Assert.Equal(events.Select(CaseJson.Write), Events.Select(CaseJson.Write));
        return this;
    }

    /// <summary>Names of the events, in order.</summary>
    public Case ThenInShort(params string[] names)
    {
        Assert.Equal(names, Events.Select(e => e.GetType().Name));
        return this;
    }

    public Case ThenNothing() => Then();

    public void ThenRefused(CaseRefusal reason, string details)
    {
        var refused = Assert.IsType<Decision<CaseEvent, CaseRefusal>.Refused>(CaseDecider.Decide(_command!, _before));
        Assert.Equal((reason, details), (refused.Reason, refused.Details));
    }

    private static IReadOnlyList<CaseEvent> Accepted(CaseCommand command, CaseState state) =>
        CaseDecider.Decide(command, state) switch
        {
            Decision<CaseEvent, CaseRefusal>.Accepted accepted => accepted.Events,
            Decision<CaseEvent, CaseRefusal>.Refused refused => throw new InvalidOperationException(
                $"{command.GetType().Name} was refused: {refused.Reason}. {refused.Details}"
            ),
            _ => [],
        };
}
