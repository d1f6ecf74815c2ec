using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Local.Hosting;
using CrisisFlow.Local.Storage;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Monitoring.Pushing;
using CrisisFlow.Response.Engine;
using CrisisFlow.Settings;
using CrisisFlow.Settings.Playbooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CrisisFlow.Scenarios.Driver;

/// <summary>
/// The one-machine host as it ships, in a folder of its own, on a clock that is moved. Only time is not real.
/// </summary>
internal sealed class LocalApp : IAsyncDisposable
{
    private readonly Dictionary<string, Mailbox> _mailboxes = new(StringComparer.Ordinal);
    private readonly List<Letter> _letters = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly string _folder;
    private readonly bool _keepsFolder;
    private readonly LocalCrisisFlow _host;

    private LocalApp(LocalCrisisFlow host, FakeTimeProvider clock, string folder, bool keepsFolder)
    {
        (_host, Clock, _folder, _keepsFolder) = (host, clock, folder, keepsFolder);
        Browser = new Browser(host.Address);
    }

    public FakeTimeProvider Clock { get; }

    public Browser Browser { get; }

    public CrisisFlowSettings Settings => _host.Services.GetRequiredService<CrisisFlowSettings>();

    public CaseJournal Journal => _host.Services.GetRequiredService<CaseJournal>();

    public TopicSet Topics => _host.Services.GetRequiredService<TopicSet>();

    public WarningJournal Warnings => _host.Services.GetRequiredService<WarningJournal>();

    public BucketStore Buckets => _host.Services.GetRequiredService<BucketStore>();

    public T Service<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>Every mail so far, oldest first.</summary>
    public IReadOnlyList<Letter> Letters => _letters;

    public static async Task<LocalApp> StartAsync(
        CrisisFlowSettings settings,
        DateTimeOffset at,
        Playbook? playbook = null,
        Func<TimeProvider, Func<PushIntake, CancellationToken, Task>>? polls = null,
        string? folder = null
    )
    {
        var clock = new FakeTimeProvider(at);
        var data = folder ?? Directory.CreateTempSubdirectory("crisisflow-scenario-").FullName;
        var host = await LocalCrisisFlow.StartAsync(
            new LocalOptions
            {
                Settings = settings,
                Playbooks = [playbook ?? BuiltInPlaybook.Value],
                DataFolder = data,
                Time = clock,
                Listen = "http://127.0.0.1:0",
                RunStages = false,
                AlsoPoll = polls?.Invoke(clock),
                LogLevel = LogLevel.None,
            },
            TestContext.Current.CancellationToken
        );
        return new LocalApp(host, clock, data, folder is not null);
    }

    /// <summary>By the person's id in settings.</summary>
    public Mailbox Mailbox(string person)
    {
        var address = Settings.People.Find(p => p.Id == person)?.Email ?? person;
        return _mailboxes.TryGetValue(address, out var mailbox)
            ? mailbox
            : _mailboxes[address] = new Mailbox(this, address);
    }

    /// <summary>Nobody got a mail that was not expected by <see cref="Mailbox.ShouldReceive"/>.</summary>
    public void ShouldHaveSentNothingElse()
    {
        foreach (var to in _letters.Select(l => l.To).Distinct())
            Mailbox(to).ShouldBeRead();
    }

    public void ForgetMails()
    {
        foreach (var to in _letters.Select(l => l.To).Distinct().ToList())
            Mailbox(to).Forget();
    }

    /// <summary>Moves the clock in steps and runs what falls due on the way.</summary>
    public async Task FastForwardAsync(TimeSpan by, TimeSpan? step = null)
    {
        var end = Clock.GetUtcNow() + by;
        await TickAsync();
        while (Clock.GetUtcNow() < end)
        {
            var next = Clock.GetUtcNow() + (step ?? Settings.Stages.Evaluate);
            Clock.SetUtcNow(next < end ? next : end);
            await TickAsync();
        }
    }

    /// <summary>Moves the clock until something is so; fails when it is not so in time.</summary>
    public async Task FastForwardUntilAsync(Func<Task<bool>> so, TimeSpan within, string what)
    {
        var end = Clock.GetUtcNow() + within;
        await TickAsync();
        while (!await so())
        {
            var mails = string.Join(" | ", _letters.Select(l => l.To + " " + l.Subject));
            Assert.True(Clock.GetUtcNow() < end, $"Not so within {within}: {what}. Mails so far: {mails}");
            Clock.Advance(Settings.Stages.Evaluate);
            await TickAsync();
        }
    }

    public async Task TickAsync()
    {
        await _host.TickAsync(TestContext.Current.CancellationToken);
        CollectMails();
    }

    /// <summary>Cases newest first.</summary>
    public async Task<IReadOnlyList<CaseRecord>> CasesAsync()
    {
        var cases = new List<CaseRecord>();
        await foreach (var one in Journal.ListAsync(50))
            cases.Add((await Journal.ReadAsync(one.Id))!);
        return cases;
    }

    /// <summary>The case that was opened first.</summary>
    public async Task<CaseRecord> CaseAsync() => (await CasesAsync())[^1];

    public async Task<CasePhase?> PhaseAsync() =>
        (await CaseAsync()).State is CaseState.Open open ? open.Phase.Name : null;

    /// <summary>Opens a link of a mail.</summary>
    public Task<Page> ClickAsync(Letter letter) => Browser.GetAsync(letter.Links[0]);

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await _host.DisposeAsync();
        if (!_keepsFolder)
            Directory.Delete(_folder, recursive: true);
    }

    private void CollectMails()
    {
        var outbox = Path.Combine(_folder, "outbox");
        if (!Directory.Exists(outbox))
            return;
        var fresh = new DirectoryInfo(outbox)
            .GetFiles("*.eml")
            .Where(file => _seen.Add(file.Name))
            .OrderBy(file => file.LastWriteTimeUtc);
        _letters.AddRange(fresh.Select(file => Letter.Read(file.FullName)).OrderBy(letter => letter.At));
    }
}
