using Microsoft.Extensions.Logging;

namespace CrisisFlow.DurableHost;

/// <summary>
/// Says on the console where the extension's gRPC endpoint is, which it says nowhere but in its log, and what went
/// wrong.
/// </summary>
internal sealed class EndpointOnConsole : ILoggerProvider, ILogger
{
    private const string Opened = "Opened local gRPC endpoint: ";

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        // Some of WebJobs' own lines have no text.
        if (formatter(state, exception) is not { } line)
            return;
        if (line.IndexOf(Opened, StringComparison.Ordinal) is >= 0 and var at)
            Console.WriteLine("endpoint " + line[(at + Opened.Length)..].Split(' ', ',')[0].TrimEnd('.'));
        else if (logLevel >= LogLevel.Error)
            Console.WriteLine($"{logLevel}: {line} {exception}".ReplaceLineEndings(" "));
    }

    public void Dispose() { }
}
