using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Response.Engine;
using CrisisFlow.Storage;
using Microsoft.Extensions.Time.Testing;

namespace CrisisFlow.Testing.Cases;

/// <summary>Cases over a store, a world and a clock, as a host puts them together.</summary>
public sealed class CaseApp
{
    /// <param name="claim">See <see cref="ActionClaim"/>.</param>
    public CaseApp(IEntityStore store, CaseWorld world, FakeTimeProvider clock, TimeSpan claim = default)
    {
        Store = store;
        World = world;
        Clock = clock;
        Signals = new CaseSignals(store);
        Journal = new CaseJournal(store);
        Step = new CaseStep(store);
        Effects = new CaseActionRunner(store, world.Performers, new ActionClaim(claim));
        Sweep = new CaseSweep(store);
        Runner = new CaseRunner(Step, Effects, Sweep, clock);
    }

    public IEntityStore Store { get; }

    public CaseWorld World { get; }

    public FakeTimeProvider Clock { get; }

    public CaseSignals Signals { get; }

    public CaseJournal Journal { get; }

    public CaseStep Step { get; }

    public CaseActionRunner Effects { get; }

    public CaseSweep Sweep { get; }

    public CaseRunner Runner { get; }

    public static async Task<CaseApp> StartAsync(IEntityStore? store = null)
    {
        store ??= new MemoryEntityStore();
        await store.CreateTablesAsync(CaseTables.All);
        return new CaseApp(store, new CaseWorld(), new FakeTimeProvider(SampleCase.Start));
    }

    /// <summary>Moves the clock to the command, raises it and runs everything that is due.</summary>
    public async Task TellAsync(CaseCommand command, string? id = null)
    {
        if (command.At > Clock.GetUtcNow())
            Clock.SetUtcNow(command.At);
        await Signals.RaiseAsync(SampleCase.Id, id ?? IdOf(command), command, null);
        await Runner.SweepAsync();
    }

    /// <summary>Lets time pass, sweeping whenever something is due.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var end = Clock.GetUtcNow() + time;
        while (await Runner.SweepAsync() is { } next && next <= end)
            Clock.SetUtcNow(next);
        Clock.SetUtcNow(end);
        await Runner.SweepAsync();
    }

    public async Task<CaseRecord> ReadAsync() =>
        await Journal.ReadAsync(SampleCase.Id) ?? throw new InvalidOperationException("There is no case.");

    /// <summary>The mails that arrived, as the case asked for them.</summary>
    public Task<IReadOnlyList<CaseAction.SendMail>> SentAsync() =>
        SentMails.OfAsync(Store, SampleCase.Id, World.Mails.Select(mail => mail.Id));

    public static string IdOf(CaseCommand command) =>
        $"{command.GetType().Name}-{command.At.UtcTicks}".ToLowerInvariant();
}
