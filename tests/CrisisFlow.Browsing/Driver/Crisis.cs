using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Local.Hosting;
using CrisisFlow.Local.Storage;
using CrisisFlow.Response.Engine;
using CrisisFlow.Settings;
using CrisisFlow.Settings.Playbooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CrisisFlow.Browsing.Driver;

/// <summary>
/// The one-machine host as it ships, on a free port, with a crisis that the public told in its own words.
/// </summary>
internal sealed class Crisis : IAsyncDisposable
{
    public const string Grave = "果园记吃出玻璃 多名儿童送医 市场监管部门立案调查";

    private static readonly DateTimeOffset Morning = new(2026, 3, 6, 1, 0, 0, TimeSpan.Zero);

    private readonly string _folder;
    private readonly FakeTimeProvider _clock;
    private readonly LocalCrisisFlow _host;
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    private Crisis(LocalCrisisFlow host, FakeTimeProvider clock, string folder) =>
        (_host, _clock, _folder) = (host, clock, folder);

    public Uri Address => _host.Address;

    /// <param name="grave">Title of the hot list's entry that opens the case; null = <see cref="Grave"/>.</param>
    /// <param name="told">Titles of forum posts beside it.</param>
    public static async Task<Crisis> StartAsync(string? grave = null, params string[] told)
    {
        var clock = new FakeTimeProvider(Morning);
        var folder = Directory.CreateTempSubdirectory("crisisflow-browsing-").FullName;
        var site = new Uri($"http://127.0.0.1:{FreePort()}/");
        var host = await LocalCrisisFlow.StartAsync(
            new LocalOptions
            {
                Settings = Settings(site),
                Playbooks = [BuiltInPlaybook.Value],
                DataFolder = folder,
                Time = clock,
                Listen = site.ToString(),
                RunStages = false,
                LogLevel = LogLevel.None,
            },
            TestContext.Current.CancellationToken
        );
        var crisis = new Crisis(host, clock, folder);
        await crisis.PushAsync("news", "hotList", [grave ?? Grave]);
        await crisis.PushAsync("forum", "forum", told);
        await crisis.PassAsync(TimeSpan.FromMinutes(10));
        return crisis;
    }

    /// <summary>Time passes, in steps of five minutes or of a given length.</summary>
    public async Task PassAsync(TimeSpan time, TimeSpan? step = null)
    {
        for (var end = _clock.GetUtcNow() + time; _clock.GetUtcNow() < end; )
        {
            _clock.Advance(step ?? TimeSpan.FromMinutes(5));
            await _host.TickAsync(TestContext.Current.CancellationToken);
        }
    }

    public async Task<CaseRecord> CaseAsync()
    {
        var journal = _host.Services.GetRequiredService<CaseJournal>();
        await foreach (var one in journal.ListAsync(1))
            return (await journal.ReadAsync(one.Id))!;
        throw new InvalidOperationException("No case was opened.");
    }

    public async Task<CasePhase?> PhaseAsync() => ((await CaseAsync()).State as CaseState.Open)?.Phase.Name;

    /// <summary>
    /// Looks for the newest unread mail in the outbox, reads it on the phone and gives what its buttons and its last
    /// link lead to.
    /// </summary>
    public async Task<IReadOnlyList<string>> ReadMailAsync(Phone phone, string to, string subject)
    {
        await phone.GoAsync("/outbox");
        foreach (var item in await phone.Page.Locator("main li").AllAsync())
        {
            var (text, mail) = (await item.InnerTextAsync(), (await item.Locator("a").GetAttributeAsync("href"))!);
            if (
                !text.Contains(to, StringComparison.Ordinal)
                || !text.Contains(subject, StringComparison.Ordinal)
                || !_read.Add(mail)
            )
                continue;
            await phone.GoAsync(mail);
            await phone.GoAsync(mail + "/html");
            return await phone
                .Page.Locator("a[href*='/l/']")
                .EvaluateAllAsync<string[]>("links => links.map(link => link.href)");
        }

        throw new InvalidOperationException($"{to} got no unread mail with '{subject}' in: {await phone.TextAsync()}");
    }

    public async Task PushAsync(string source, string category, IEnumerable<string> titles)
    {
        using var http = new HttpClient();
        foreach (var (i, title) in titles.Index())
        {
            var json = JsonSerializer.Serialize(
                new
                {
                    id = $"{source}-{i}",
                    title,
                    published = _clock.GetUtcNow().ToString("O"),
                    url = "https://outside.example/1",
                }
            );
            var answer = await http.PostAsync(
                new Uri(Address, $"/mentions?source={source}&category={category}"),
                new StringContent(json, Encoding.UTF8, "application/json"),
                TestContext.Current.CancellationToken
            );
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static CrisisFlowSettings Settings(Uri site) =>
        new()
        {
            Brand = new() { Name = "Orchard", Language = "zh" },
            Site = new() { BaseUrl = site, Listen = site.ToString() },
            People =
            [
                new()
                {
                    Id = "ann",
                    Name = "Ann",
                    Email = "ann@brand.example",
                    Roles = [Role.Communications, Role.Administrator],
                },
                new()
                {
                    Id = "bo",
                    Name = "Bo",
                    Email = "bo@brand.example",
                    Roles = [Role.CustomerService, Role.Operations],
                },
                new()
                {
                    Id = "luo",
                    Name = "Luo",
                    Email = "luo@brand.example",
                    Roles = [Role.Legal],
                },
                new()
                {
                    Id = "dan",
                    Name = "Dan",
                    Email = "dan@brand.example",
                    Language = "en",
                    Roles = [Role.Leadership],
                },
            ],
            Topics =
            [
                new()
                {
                    Id = "brand",
                    Name = "Orchard",
                    Type = TopicType.Own,
                    Match = "果园记",
                },
            ],
            Stages = new() { Evaluate = TimeSpan.FromMinutes(5) },
        };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
