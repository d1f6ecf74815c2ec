using CrisisFlow.Azure.Messaging;
using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Response.Engine;
using CrisisFlow.Storage;
using CrisisFlow.Testing.Cases;
using Microsoft.Extensions.Time.Testing;

namespace CrisisFlow.Azure.Tests.Stories;

/// <summary>Something that runs cases on a clock the test moves.</summary>
internal abstract class StoryHost
{
    public static readonly CaseId Case = new("case-1");

    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <param name="claim">As the host claims effects.</param>
    /// <param name="store">Null = one in memory.</param>
    protected StoryHost(StoryWorld world, TimeSpan claim = default, IEntityStore? store = null)
    {
        World = world;
        Store = store ?? new MemoryEntityStore();
        // In memory; nothing to wait for.
        _ = Store.CreateTablesAsync([.. CaseTables.All, EventTopic.Table]);
        Signals = new CaseSignals(Store);
        Step = new CaseStep(Store);
        Effects = new CaseActionRunner(Store, world.Performers(), new ActionClaim(claim));
    }

    public StoryWorld World { get; }

    public FakeTimeProvider Clock { get; } = new(Start);

    public IEntityStore Store { get; }

    protected CaseSignals Signals { get; }

    protected CaseStep Step { get; }

    protected CaseActionRunner Effects { get; }

    /// <summary>Stores the signal and wakes the case; everything that is due at this moment happens.</summary>
    public async Task<SignalResult> TellAsync(string signal, CaseCommand command, PersonId? by = null)
    {
        var result = await Signals.RaiseAsync(Case, signal, command, by);
        await WakeAsync();
        await RunAsync();
        return result;
    }

    /// <summary>Moves the clock to each moment something is due, up to the given time.</summary>
    public virtual async Task UntilAsync(DateTimeOffset until)
    {
        await RunAsync();
        while (await NextAsync() is { } next && next <= until)
        {
            if (next > Clock.GetUtcNow())
                Clock.SetUtcNow(next);
            await RunAsync();
        }

        Clock.SetUtcNow(until);
        await RunAsync();
    }

    /// <summary>The journal as it lies in the store, one line an event.</summary>
    public async Task<IReadOnlyList<string>> JournalAsync() =>
        await new CaseJournal(Store).ReadAsync(Case) is { } record
            ? [.. record.Events.Select(one => $"{one.Number} {CaseJson.Write(one.Event)}")]
            : [];

    /// <summary>
    /// What each mail that arrived is about and to whom it went, in the order in which the case asked for them.
    /// </summary>
    public async Task<IReadOnlyList<string>> MailsAsync() =>
        [.. (await SentMails.OfAsync(Store, Case, World.Mails)).Select(mail => $"{mail.Kind} to {mail.To}")];

    public async Task<CaseState> StateAsync() => (await new CaseJournal(Store).ReadAsync(Case))!.State;

    protected abstract Task WakeAsync();

    protected abstract Task RunAsync();

    protected abstract Task<DateTimeOffset?> NextAsync();
}

/// <summary>One machine: the local host's runner.</summary>
internal sealed class LocalStory : StoryHost
{
    private readonly CaseRunner _runner;
    private DateTimeOffset? _next;

    public LocalStory(StoryWorld world)
        : base(world) => _runner = new CaseRunner(Step, Effects, new CaseSweep(Store), Clock);

    protected override Task WakeAsync() => _runner.WakeAsync(Case);

    protected override async Task RunAsync()
    {
        while (_runner.Woken.TryRead(out var woken))
            await _runner.RunAsync(woken);
        _next = await _runner.SweepAsync();
    }

    protected override Task<DateTimeOffset?> NextAsync() => Task.FromResult(_next);
}
