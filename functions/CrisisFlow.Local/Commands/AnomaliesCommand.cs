using System.CommandLine;
using CrisisFlow.Reading.Archives;
using CrisisFlow.Warnings.Bursts;

namespace CrisisFlow.Local.Commands;

/// <summary>Scores a count series point by point, without looking ahead.</summary>
internal static class AnomaliesCommand
{
    /// <summary>A line is a time and a number; what is longer is none.</summary>
    private const int LineLimit = 4_096;

    public static Command Create()
    {
        var csv = new Option<string>("--csv")
        {
            Description = "File of timestamp,value with a header; - reads standard input.",
            Required = true,
            HelpName = "FILE",
        };
        var json = new Option<bool>("--json") { Description = "One JSON object per line: {timestamp, value, score}." };
        var command = new Command(
            "anomalies",
            "Prints timestamp,value,score for a count series; the score is 0 to 1, 0.5 and more announces a burst."
        )
        {
            csv,
            json,
        };
        command.SetAction(parse =>
        {
            var file = parse.GetRequiredValue(csv);
            if (file != "-" && Output.NoFile(file) is { } missing)
                return Output.Fail(missing);
            using var output = Output.Open();
            try
            {
                using var input = file == "-" ? Output.Input() : new StreamReader(file);
                var lines = AnomalyCsv.Score(new BoundedLines(input, LineLimit).All());
                var header = false;
                foreach (var line in lines)
                {
                    if (header || !parse.GetValue(json))
                        output.WriteLine(header && parse.GetValue(json) ? Json(line) : line);
                    header = true;
                }

                return header ? 0 : Output.Fail($"{file} is empty; it must begin with the line 'timestamp,value'.");
            }
            catch (FormatException e)
            {
                output.Flush();
                return Output.Fail($"{file}: {e.Message}");
            }
        });
        return command;
    }

    private static string Json(string line)
    {
        var cells = line.Split(',');
        var value = double.TryParse(
            cells[1],
            System.Globalization.NumberStyles.Float,
            System.Globalization.CultureInfo.InvariantCulture,
            out _
        )
            ? cells[1].Trim()
            : "null";
        var timestamp = System.Text.Json.JsonEncodedText.Encode(cells[0]);
        return $"{{\"timestamp\":\"{timestamp}\",\"value\":{value},\"score\":{cells[^1]}}}";
    }
}
