using System.CommandLine;
using System.Text;
using System.Text.Json;
using CrisisFlow.Core.Folding;
using CrisisFlow.Reading.Archives;
using CrisisFlow.Scoring;
using CrisisFlow.Scoring.Risk;
using CrisisFlow.Scoring.Tone;

namespace CrisisFlow.Local.Commands;

/// <summary>One text a line in, one JSON object a line out.</summary>
internal static class ScoreCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json")
        {
            Description = "Accepted for symmetry; the output is always JSON lines.",
        };
        var command = new Command(
            "score",
            "Scores one text per line from standard input: one JSON object per line, {sentiment, score, risks, "
                + "severity, because}."
        )
        {
            json,
        };
        command.SetAction((_, cancellation) => RunAsync(Output.Input(), Output.Open(), cancellation));
        return command;
    }

    /// <summary>Characters of a line that are scored; nobody's opinion is longer.</summary>
    private const int LineLimit = 1024 * 1024;

    internal static async Task<int> RunAsync(TextReader input, TextWriter output, CancellationToken cancellation)
    {
        var (sentiments, risks) = (SentimentModel.Default, RiskModel.Default);
        await using (output)
        {
            var lines = new BoundedLines(input, LineLimit);
            while (lines.Next() is { } text)
            {
                cancellation.ThrowIfCancellationRequested();
                if (lines.WasCut)
                    Console.Error.WriteLine(
                        $"Line {lines.Number} has {lines.Length} characters; the first {LineLimit} were scored."
                    );
                await output.WriteLineAsync(
                    Write(
                        sentiments.Score(text, explain: true),
                        risks.Score(TextFolding.Normalize(text), explain: true)
                    )
                );
            }
        }

        return 0;
    }

    private static string Write(SentimentScore sentiment, RiskScore risk)
    {
        using var stream = new MemoryStream();
        using (
            var json = new Utf8JsonWriter(
                stream,
                new JsonWriterOptions
                {
                    Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            )
        )
        {
            json.WriteStartObject();
            json.WriteString("sentiment", Name(sentiment.Sentiment));
            json.WriteNumber("score", Math.Round(sentiment.Score, 4));
            json.WriteStartArray("risks");
            foreach (var category in risk.Categories)
                json.WriteStringValue(Name(category));
            json.WriteEndArray();
            json.WriteNumber("severity", Math.Round(risk.Severity, 4));
            json.WriteStartArray("because");
            foreach (var reason in sentiment.Because.Concat(risk.Because).OrderBy(b => b.Start))
            {
                json.WriteStartObject();
                json.WriteString("text", reason.Text);
                json.WriteNumber("start", reason.Start);
                json.WriteNumber("weight", Math.Round(reason.Weight, 4));
                if (reason.Risk is { } category)
                    json.WriteString("risk", Name(category));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    // ProductSafety is product-safety everywhere a person or a machine reads it.
    private static string Name<T>(T value)
        where T : struct, Enum
    {
        var name = new StringBuilder();
        foreach (var c in value.ToString())
        {
            if (char.IsAsciiLetterUpper(c) && name.Length > 0)
                name.Append('-');
            name.Append(char.ToLowerInvariant(c));
        }

        return name.ToString();
    }
}
