using CrisisFlow.Core.Deciding;

namespace CrisisFlow.Warnings.Tests.Deciding;

/// <summary>Given commands, when one more, then events: <c>Warning.Given(...).When(...)</c>.</summary>
internal sealed class Warning
{
    private WarningState _state = WarningDecider.Initial;

    public static Warning Given(params WarningCommand[] commands)
    {
        var warning = new Warning();
        foreach (var command in commands)
            warning.When(command);
        return warning;
    }

    public WarningState.Watching Watching => Assert.IsType<WarningState.Watching>(_state);

    /// <summary>Decides and lets it happen.</summary>
    public IReadOnlyList<WarningEvent> When(WarningCommand command)
    {
        if (WarningDecider.Decide(command, _state) is not Decision<WarningEvent, WarningRefusal>.Accepted accepted)
            return [];
        foreach (var happened in accepted.Events)
            _state = WarningDecider.Evolve(_state, happened);
        return accepted.Events;
    }

    public Decision<WarningEvent, WarningRefusal>.Refused Refuses(WarningCommand command) =>
        Assert.IsType<Decision<WarningEvent, WarningRefusal>.Refused>(WarningDecider.Decide(command, _state));
}
