using System.Diagnostics;
using System.Globalization;
using System.Text;
using CrisisFlow.Local.Storage;
using CrisisFlow.Mail;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Response.Engine;
using CrisisFlow.Storage;
using CrisisFlow.Testing.Mail;

namespace CrisisFlow.EndToEnd.Killing;

/// <summary>
/// The real process, killed with SIGKILL again and again while mentions come in, warnings rise and mails go out.
/// </summary>
public sealed class KilledAtRandom : IAsyncLifetime
{
    private const int Kills = 15;

    private readonly MailServer _mails = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("crisisflow-kill-").FullName;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _mails.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact(Timeout = 240_000)]
    public async Task Nothing_is_lost_and_no_mail_goes_out_more_often_than_it_was_cut()
    {
        var port = FreePort();
        await File.WriteAllTextAsync(Path.Combine(_folder, "crisisflow.yaml"), Settings(port));
        var random = new Random(20260306);
        var pushed = 0;
        var acknowledged = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var process = Start();
            await ReadyAsync(port, process);
            // Two in three are killed only after they took something: on a busy machine a process would else do nothing
            // but start.
            if (kill % 3 > 0 && await PushAsync(port, ++pushed))
                acknowledged = pushed;
            var until = Stopwatch.GetTimestamp() + (long)(Stopwatch.Frequency * (0.05 + random.NextDouble()));
            while (Stopwatch.GetTimestamp() < until)
            {
                pushed++;
                if (await PushAsync(port, pushed))
                    acknowledged = pushed;
                else
                    break;
            }

            process.Kill();
            await process.WaitForExitAsync();
        }

        using (var last = Start())
        {
            await ReadyAsync(port, last);
            // Everything again, also what was acknowledged: it must count once.
            for (var i = 1; i <= pushed; i++)
                Assert.True(await PushAsync(port, i));
            await WaitForQuietAsync();
            last.Kill();
            await last.WaitForExitAsync();
        }

        Assert.True(acknowledged > Kills, $"Only {acknowledged} mentions were acknowledged.");
        using var store = new SqliteEntityStore(Path.Combine(_folder, "data", "crisisflow.db"));
        Assert.Equal((pushed, pushed), await CountAsync(store));
        var cases = new List<CaseListing>();
        await foreach (var one in new CaseJournal(store).ListAsync(10))
            cases.Add(one);
        Assert.Single(cases);

        var sends = _mails.Taken.GroupBy(taken => MessageId(taken.Mail)).Select(g => g.Count()).ToList();
        Assert.NotEmpty(sends);
        Assert.True(
            sends.Sum(n => n - 1) <= Kills,
            $"{sends.Sum(n => n - 1)} mails went out again after {Kills} kills."
        );
    }

    private static string MessageId(byte[] mail) => EmlReader.Read(mail)!.MessageId;

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<(int Mentions, int Counted)> CountAsync(SqliteEntityStore store)
    {
        var (mentions, counted) = (0, 0);
        for (
            var hour = DateTimeOffset.UtcNow.AddHours(-3);
            hour < DateTimeOffset.UtcNow.AddHours(1);
            hour += TimeSpan.FromHours(1)
        )
            await foreach (
                var row in store.ScanAsync(
                    MentionTables.Mentions,
                    "brand|" + hour.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture),
                    RowRange.All
                )
            )
                if (row.Key.Row.StartsWith("m-", StringComparison.Ordinal))
                    mentions++;
                else
                    counted += MentionBatch.ReadBucket(row).Mentions;
        return (mentions, counted);
    }

    private async Task WaitForQuietAsync()
    {
        // The last evaluation and its mails: until nothing was sent for a while.
        var (seen, since) = (-1, Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(14))
        {
            if (_mails.Taken.Count != seen)
                (seen, since) = (_mails.Taken.Count, Stopwatch.GetTimestamp());
            await Task.Delay(200);
        }
    }

    private async Task<bool> PushAsync(int port, int number)
    {
        var body =
            $$"""{"id":"m{{number}}","title":"示例果泥吃出玻璃 多名儿童送医 第{{number}}例","""
            + $$""" "source":"push","author":"a{{number}}","published":"{{Published(number)}}"}""";
        try
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await _http.PostAsync(
                new Uri($"http://127.0.0.1:{port}/mentions?category=hotList"),
                content
            );
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static readonly DateTimeOffset Base = DateTimeOffset.UtcNow.AddMinutes(-30);

    private static string Published(int number) =>
        Base.AddSeconds(number % 1200).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private async Task ReadyAsync(int port, Process process)
    {
        for (var i = 0; i < 300; i++)
        {
            Assert.False(process.HasExited, "The process ended by itself.");
            try
            {
                using var answer = await _http.GetAsync(new Uri($"http://127.0.0.1:{port}/health"));
                return;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // Another process is waited for; there is no clock of its that could be moved.
                await Task.Delay(50);
            }
        }

        Assert.Fail("The process did not answer within 15 seconds.");
    }

    private Process Start() =>
        Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [typeof(SqliteEntityStore).Assembly.Location, "run", "--settings", "crisisflow.yaml", "--data", "data"]
            )
            {
                WorkingDirectory = _folder,
                RedirectStandardOutput = false,
            }
        )!;

    private string Settings(int port) =>
        $$"""
            brand: { name: 示例 }
            site: { baseUrl: "http://127.0.0.1:{{port}}", listen: "http://127.0.0.1:{{port}}" }
            people:
              - id: ann
                name: Ann
                email: ann@brand.example
                roles: [communications, legal, leadership, customer-service, operations, administrator]
            topics: [ { id: brand, name: 示例, match: 示例 } ]
            mail:
              transport: smtp
              from: crisisflow@brand.example
              smtp: { host: 127.0.0.1, port: {{_mails.Port}}, startTls: false }
            stages: { evaluate: 10s, sweep: 1s, poll: 5s }
            """;
}
