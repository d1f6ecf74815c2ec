using System.CommandLine;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Backtesting;
using CrisisFlow.Reading.Archives;

namespace CrisisFlow.Local.Commands;

/// <summary>Replays an archive through the code that watches live.</summary>
internal static class BacktestCommand
{
    private const int MostProblems = 50;

    public static Command Create()
    {
        var options = new BacktestOptions();
        var json = new Option<bool>("--json")
        {
            Description = "One JSON object per line; also when the output is not a terminal.",
        };
        var command = new Command(
            "backtest",
            "Replays an archive through the code that runs live, each item at its own time, evaluated every minute. "
                + "Prints every warning raised, changed, cleared or held back, then a summary. Items without "
                + "a possible "
                + "time are left out, and the same item of the same source counts once."
        );
        foreach (var option in options.All)
            command.Add(option);
        command.Add(json);
        command.SetAction(
            async (parse, cancellation) =>
            {
                var (file, request, problems) = options.Read(parse);
                return request is null
                    ? Output.Fail(string.Join(Environment.NewLine, problems))
                    : await RunAsync(file, request, Output.IsJson(parse.GetValue(json)), cancellation);
            }
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string file,
        BacktestRequest request,
        bool asJson,
        CancellationToken cancellation
    )
    {
        await using var output = Output.Open();
        var problems = 0;
        void Tell(ReadProblem problem)
        {
            if (++problems <= MostProblems)
                Console.Error.WriteLine($"{$"{problem.Source} {problem.Place}".Trim()}: {problem.Message}");
        }

        BacktestSummary summary;
        try
        {
            summary = await Progress.RunAsync(
                "Replaying " + Path.GetFileName(file),
                progress =>
                    BacktestRunner.RunAsync(
                        ArchiveReader.ReadFile(file, Tell),
                        request,
                        line => output.WriteLine(BacktestLines.Of(line, asJson)),
                        progress,
                        cancellation
                    )
            );
        }
        catch (InvalidDataException error)
        {
            // Half an archive would give figures that look like those of a whole one.
            return Output.Fail($"{file} is compressed and damaged or cut off: {error.Message}");
        }

        if (problems > MostProblems)
            Console.Error.WriteLine(
                $"{problems - MostProblems} further problems are not listed; at most {MostProblems} are."
            );
        if (summary.Items == 0 && problems > 0)
            return Output.Fail($"{file} has no readable item; an archive is JSON Lines or CSV with a header row.");
        if (summary.Items == 0)
            Console.Error.WriteLine($"{file} has no items; the figures are those of an empty archive.");
        output.WriteLine(BacktestLines.Of(summary, asJson));
        return 0;
    }
}
