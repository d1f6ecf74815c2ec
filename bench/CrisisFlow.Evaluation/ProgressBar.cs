namespace CrisisFlow.Evaluation;

/// <summary>A bar on standard error; one line per tenth where no terminal shows it.</summary>
internal sealed class ProgressBar(string name) : IProgress<double>
{
    private const int Width = 30;
    private int _shown = -1;

    /// <param name="value">0 to 1.</param>
    public void Report(double value)
    {
        var filled = (int)(value * Width);
        var line = $"{name} [{new string('#', filled)}{new string('.', Width - filled)}] {value * 100,3:0} %";
        if (!Console.IsErrorRedirected)
            Console.Error.Write("\r" + line + (value >= 1 ? "\n" : ""));
        else if ((int)(value * 10) > _shown)
            Console.Error.WriteLine(line);
        _shown = Math.Max(_shown, (int)(value * 10));
    }
}
