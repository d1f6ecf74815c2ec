using System.Reflection;
using Xunit;

namespace CrisisFlow.Testing.Laws;

/// <summary>A decider as the laws see it.</summary>
/// <param name="Decide">Events, empty when it was done before; null when refused.</param>
public sealed record LawfulDecider<TState, TCommand, TEvent>(
    TState Initial,
    Func<TCommand, TState, IReadOnlyList<TEvent>?> Decide,
    Func<TState, TEvent, TState> Evolve,
    Func<TState, bool> IsTerminal,
    Func<TEvent, string> Write,
    Func<string, TEvent> Read
)
    where TCommand : notnull
    where TEvent : notnull
{
    public TState Fold(TState from, IEnumerable<TEvent> events) => events.Aggregate(from, Evolve);
}

/// <summary>
/// What holds for every decider, checked on every sample command in every sample state. The compiler does not look at
/// sums; this does.
/// </summary>
public static class DeciderLaws
{
    /// <summary>The samples hold every case of the sum, so that a new one cannot be forgotten.</summary>
    public static void Samples_are_complete<T>(IEnumerable<T> samples)
        where T : notnull
    {
        var seen = samples.Select(s => s.GetType()).ToHashSet();
        var missing = typeof(T)
            .GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic)
            .Where(t => t.IsSubclassOf(typeof(T)) && !t.IsAbstract && !seen.Contains(t))
            .Select(t => t.Name);
        Assert.Empty(missing);
    }

    public static void Every_command_is_answered_in_every_state<TState, TCommand, TEvent>(
        LawfulDecider<TState, TCommand, TEvent> decider,
        IReadOnlyList<TState> states,
        IReadOnlyList<TCommand> commands
    )
        where TCommand : notnull
        where TEvent : notnull
    {
        Samples_are_complete(commands);
        foreach (var (state, command) in Pairs(states, commands))
        {
            var events = decider.Decide(command, state);
            if (events is not null)
                decider.Fold(state, events);
        }
    }

    public static void The_second_time_changes_nothing<TState, TCommand, TEvent>(
        LawfulDecider<TState, TCommand, TEvent> decider,
        IReadOnlyList<TState> states,
        IReadOnlyList<TCommand> commands
    )
        where TCommand : notnull
        where TEvent : notnull
    {
        foreach (var (state, command) in Pairs(states, commands))
        {
            if (decider.Decide(command, state) is not { } events)
                continue;
            var again = decider.Decide(command, decider.Fold(state, events));
            Assert.True(
                again is null or { Count: 0 },
                $"{command} a second time gave {string.Join(", ", again ?? [])}."
            );
        }
    }

    public static void An_end_is_an_end<TState, TCommand, TEvent>(
        LawfulDecider<TState, TCommand, TEvent> decider,
        IReadOnlyList<TState> states,
        IReadOnlyList<TCommand> commands
    )
        where TCommand : notnull
        where TEvent : notnull
    {
        Assert.Contains(states, s => decider.IsTerminal(s));
        foreach (var (state, command) in Pairs(states.Where(decider.IsTerminal), commands))
            Assert.True(
                decider.IsTerminal(decider.Fold(state, decider.Decide(command, state) ?? [])),
                $"{command} woke what had ended."
            );
    }

    public static void What_is_written_down_folds_to_the_same<TState, TCommand, TEvent>(
        LawfulDecider<TState, TCommand, TEvent> decider,
        IEnumerable<IReadOnlyList<TEvent>> histories
    )
        where TCommand : notnull
        where TEvent : notnull
    {
        var seen = new List<TEvent>();
        foreach (var history in histories)
        {
            seen.AddRange(history);
            var read = history.Select(e => decider.Read(decider.Write(e)));
            Assert.Equal(
                Structure.Of(decider.Fold(decider.Initial, history)),
                Structure.Of(decider.Fold(decider.Initial, read))
            );
        }

        Samples_are_complete(seen);
    }

    private static IEnumerable<(TState State, TCommand Command)> Pairs<TState, TCommand>(
        IEnumerable<TState> states,
        IReadOnlyList<TCommand> commands
    ) => states.SelectMany(s => commands.Select(c => (s, c)));
}
