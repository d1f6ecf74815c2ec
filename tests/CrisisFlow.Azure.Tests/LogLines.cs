using Microsoft.Extensions.Logging;

namespace CrisisFlow.Azure.Tests;

/// <summary>Keeps log lines as "Level EventName: message".</summary>
internal sealed class LogLines<T> : List<string>, ILogger<T>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Add($"{logLevel} {eventId.Name}: {formatter(state, exception)}");
}
