namespace CrisisFlow.Evaluation;

/// <summary>Steps to standard error, so that standard output is the report alone.</summary>
internal sealed class ConsoleProgress(string section) : IProgress<string>
{
    public void Report(string value) => Console.Error.WriteLine($"[{section}] {value}");
}
