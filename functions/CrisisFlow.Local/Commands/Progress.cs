using Spectre.Console;

namespace CrisisFlow.Local.Commands;

/// <summary>Shows a bar on standard error when a command takes over a second on a terminal.</summary>
internal static class Progress
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static T Run<T>(string what, Func<IProgress<double>, T> work)
    {
        var latest = new Latest();
        if (Console.IsErrorRedirected) return work(latest);
        var task = Task.Run(() => work(latest));
        if (!task.Wait(Patience))
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
            console.Progress().AutoClear(true).Start(context =>
            {
                var bar = context.AddTask(Markup.Escape(what));
                while (!task.Wait(100)) bar.Value = latest.Share * 100;
            });
        }

        return task.GetAwaiter().GetResult();
    }

    private sealed class Latest : IProgress<double>
    {
        private double _share;

        public double Share => Volatile.Read(ref _share);

        public void Report(double value) => Volatile.Write(ref _share, value);
    }
}
