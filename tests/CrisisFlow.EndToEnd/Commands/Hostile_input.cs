using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using CrisisFlow.Local.Commands;
using CrisisFlow.Local.Hosting;
using CrisisFlow.Local.Storage;

namespace CrisisFlow.EndToEnd.Commands;

/// <summary>
/// The real program with files nobody should give it: a sentence on standard error and exit code 1, never a stack
/// trace.
/// </summary>
public sealed class Hostile_input : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("crisisflow-input-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(Timeout = 120_000)]
    public async Task A_text_without_line_end_is_scored_by_its_start()
    {
        using var output = new StringWriter();
        Assert.Equal(
            0,
            await ScoreCommand.RunAsync(
                new StringReader(new string('好', 3_000_000) + "\nbad\n"),
                output,
                TestContext.Current.CancellationToken
            )
        );
        Assert.Equal(2, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("cut.gz", "is compressed and damaged or cut off", 1)]
    [InlineData("flipped.gz", "is compressed and damaged or cut off", 1)]
    [InlineData("noise.bin", "has no readable item; an archive is JSON Lines or CSV with a header row.", 52)]
    [InlineData("noise.bin", "104 further problems are not listed; at most 50 are.", 52)]
    [InlineData(".", "is a folder, not a file.", 1)]
    [InlineData("nothing", "There is no file", 1)]
    public async Task An_archive_that_is_none_is_refused_in_a_sentence(string name, string sentence, int lines)
    {
        var path = Path.GetFullPath(Path.Combine(_folder, name));
        var packed = Packed();
        if (name == "cut.gz")
            await File.WriteAllBytesAsync(path, packed[..(packed.Length / 2)]);
        if (name == "flipped.gz")
            await File.WriteAllBytesAsync(path, [.. packed[..^6], (byte)~packed[^6], .. packed[^5..]]);
        if (name == "noise.bin")
            await File.WriteAllBytesAsync(path, [.. Enumerable.Range(0, 20_000).Select(i => (byte)(i * 7919 >> 3))]);
        var (code, error) = await RunAsync("backtest", "--archive", path, "--match", "glass");
        Assert.Equal(1, code);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Equal(lines, error.Count(c => c == '\n'));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("nothing", "The file does not exist. Start from crisisflow.example.yaml.")]
    [InlineData(".", "This is a folder, not a file.")]
    public async Task Of_settings_that_cannot_be_read_only_that_is_said(string name, string sentence)
    {
        var path = Path.GetFullPath(Path.Combine(_folder, name));
        Assert.Equal((1, $"{path}: {sentence}\n"), await RunAsync("run", "--settings", path));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("it must begin with the line 'timestamp,value'.", "anomalies", "--csv", "empty")]
    [InlineData(
        "has no items; the figures are those of an empty archive.",
        "backtest",
        "--archive",
        "empty",
        "--match",
        "glass"
    )]
    [InlineData(
        "brand.name: The brand has no name; mails, pages and statements need one.",
        "run",
        "--settings",
        "empty"
    )]
    [InlineData("topics: Nothing is monitored; add at least one topic with its query.", "run", "--settings", "empty")]
    public async Task An_empty_file_is_said_to_be_empty(string sentence, params string[] arguments)
    {
        var path = Path.Combine(_folder, "empty");
        await File.WriteAllTextAsync(path, "");
        var (_, error) = await RunAsync([.. arguments.Select(argument => argument == "empty" ? path : argument)]);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("0")]
    [InlineData("100001")]
    [InlineData("NaN")]
    public async Task A_demo_at_no_speed_is_refused(string speed) =>
        Assert.Equal(
            (1, $"--speed is {speed}; it must lie between 1 and 100000.\n"),
            await RunAsync("demo", "--speed", speed)
        );

    [Theory(Timeout = 120_000)]
    [InlineData("1,5")]
    [InlineData("1,440")]
    [InlineData("1_440")]
    [InlineData("fast")]
    [InlineData("")]
    public async Task A_speed_that_is_no_plain_number_is_refused(string speed)
    {
        var (code, error) = await RunAsync("demo", "--speed", speed);
        Assert.Equal(1, code);
        Assert.StartsWith(
            $"--speed is '{speed}'; it must be a number like 1440 or 1.5, with a point and without separators.\n",
            error,
            StringComparison.Ordinal
        );
    }

    [Theory(Timeout = 120_000)]
    [InlineData("warnings.enterOrange=4,35", "'4,35' is not a number.")]
    [InlineData("retention.mentions=1,5d", "'1,5d' is not a length of time like 90s, 15m, 2h or 1d.")]
    [InlineData("mail.smtp.port=5,87", "'5,87' is not a whole number.")]
    public async Task A_setting_with_separators_is_refused(string assignment, string sentence)
    {
        var (code, output, _) = await AllOfAsync("check", "--settings", Empty(), "--set", assignment);
        Assert.Equal(1, code);
        Assert.Contains(
            $"--set: {assignment[..assignment.IndexOf('=')]}: {sentence}",
            output,
            StringComparison.Ordinal
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task A_value_that_begins_with_an_at_sign_is_no_file_of_arguments()
    {
        var (code, _, error) = await AllOfAsync(
            "backtest",
            "--archive",
            Empty(),
            "--match",
            "@品牌",
            "--topic",
            "@nobody"
        );
        Assert.Equal((0, true), (code, error.Contains("has no items; the figures", StringComparison.Ordinal)));
        var (_, output, _) = await AllOfAsync("check", "--settings", "@nothing");
        Assert.StartsWith("@nothing: The file does not exist.", output, StringComparison.Ordinal);
    }

    private string Empty()
    {
        var path = Path.Combine(_folder, "empty.jsonl");
        File.WriteAllText(path, "");
        return path;
    }

    [Fact(Timeout = 120_000)]
    public async Task A_data_folder_that_cannot_be_made_is_told_in_a_sentence()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "");
        var (code, error) = await RunAsync(
            "demo",
            "--address",
            "http://127.0.0.1:0",
            "--data",
            Path.Combine(file, "data")
        );
        Assert.Equal(1, code);
        Assert.Contains(file, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_demo_does_not_empty_the_folder_of_a_running_one()
    {
        var data = Path.Combine(_folder, "demo");
        using var running = DataFolder.Take(data);
        await File.WriteAllTextAsync(Path.Combine(data, ".crisisflow-demo"), "");
        var (code, error) = await RunAsync("demo", "--address", "http://127.0.0.1:0", "--data", data);
        Assert.Equal(
            (
                1,
                $"The data folder {data} is in use by another CrisisFlow host; stop that one, or name another "
                    + "folder with --data.\n"
            ),
            (code, error)
        );
        Assert.True(File.Exists(Path.Combine(data, ".crisisflow-demo")));
    }

    private static byte[] Packed()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            for (var i = 0; i < 2_000; i++)
                gzip.Write(
                    Encoding.UTF8.GetBytes($$"""{"title":"glass {{i * 7919}}","ts":{{1700000000 + i}}}""" + "\n")
                );
        return packed.ToArray();
    }

    private static async Task<(int Code, string Error)> RunAsync(params string[] arguments)
    {
        var (code, _, error) = await AllOfAsync(arguments);
        return (code, error);
    }

    private static async Task<(int Code, string Output, string Error)> AllOfAsync(params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [typeof(SqliteEntityStore).Assembly.Location, .. arguments])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            }
        )!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        var said = await output;
        await process.WaitForExitAsync();
        return (process.ExitCode, said.ReplaceLineEndings("\n"), error.ReplaceLineEndings("\n"));
    }
}
