using Spectre.Console;

namespace CrisisFlow.Local.Commands;

/// <summary>Shows a bar on standard error when a command takes over a second on a terminal.</summary>
internal static class Progress
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    public static async Task<T> RunAsync<T>(string what, Func<IProgress<double>, Task<T>> work)
    {
        var latest = new Latest();
        if (Console.IsErrorRedirected)
            return await work(latest);
        var task = Task.Run(() => work(latest));
        if (await Task.WhenAny(task, Task.Delay(Patience)) != task)
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
            await console
                .Progress()
                .AutoClear(true)
                .StartAsync(async context =>
                {
                    var bar = context.AddTask(Markup.Escape(what));
                    while (await Task.WhenAny(task, Task.Delay(Step)) != task)
                        bar.Value = latest.Share * 100;
                });
        }

        return await task;
    }

    private sealed class Latest : IProgress<double>
    {
        private double _share;

        public double Share => Volatile.Read(ref _share);

        public void Report(double value) => Volatile.Write(ref _share, value);
    }
}
