using System.CommandLine;
using CrisisFlow.Reading;
using CrisisFlow.Reading.Documents;

namespace CrisisFlow.Local.Commands;

/// <summary>One document in, its items and everything that was wrong with it out, as JSON.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A feed, JSON or CSV document; - reads standard input.",
        };
        var contentType = new Option<string?>("--content-type")
        {
            Description = "The Content-Type header it came with.",
            HelpName = "TYPE",
        };
        var baseUrl = new Option<string?>("--base-url")
        {
            Description = "The address it came from; relative links are resolved against it.",
            HelpName = "URL",
        };
        var json = new Option<bool>("--json") { Description = "Accepted for symmetry; the output is always JSON." };
        var command = new Command(
            "read",
            "Reads one document: {kind, title, link, items: [{id, title, link, published, updated, author, "
                + "text}], problems}."
        )
        {
            file,
            contentType,
            baseUrl,
            json,
        };
        command.SetAction(
            async (parse, cancellation) =>
            {
                var name = parse.GetRequiredValue(file);
                if (name != "-" && Output.NoFile(name) is { } missing)
                    return Output.Fail(missing);
                ReadOnlyMemory<byte> bytes;
                try
                {
                    await using var input = name == "-" ? Console.OpenStandardInput() : File.OpenRead(name);
                    bytes = await StartAsync(input, cancellation);
                }
                catch (Exception error) when (error is IOException or UnauthorizedAccessException)
                {
                    return Output.Fail($"The file {name} cannot be read: {error.Message}");
                }

                var options = new ReadOptions
                {
                    Source = name == "-" ? "standard input" : Path.GetFileName(name),
                    ContentType = parse.GetValue(contentType),
                    BaseUrl = parse.GetValue(baseUrl),
                };
                await using var output = Console.OpenStandardOutput();
                DocumentJson.Write(DocumentReader.Read(bytes, options), output);
                output.WriteByte((byte)'\n');
                return 0;
            }
        );
        return command;
    }

    // One byte more than a document may have, so that the reader says it was cut; never the whole of an endless stream.
    private static async Task<ReadOnlyMemory<byte>> StartAsync(Stream input, CancellationToken cancellation)
    {
        var buffer = new byte[ReadLimits.Default.Bytes + 1];
        var length = await input.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return buffer.AsMemory(0, length);
    }
}
