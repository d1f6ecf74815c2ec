using CrisisFlow.Azure.Hosting;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Storage;
using CrisisFlow.Warnings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace CrisisFlow.Azure.Tests.Hosting;

public sealed class TopicsThatLeftTests
{
    [Fact(Timeout = 60_000)]
    public async Task A_topic_that_left_settings_is_retired_once_when_the_app_starts()
    {
        var store = new MemoryEntityStore();
        await StartAsync(store, "gone");
        await StartAsync(store, "acme");
        await StartAsync(store, "acme");

        var journal = new WarningJournal(store);
        Assert.IsType<WarningState.Retired>(await journal.StateAsync(new TopicId("gone")));
        Assert.IsType<WarningEvent.TopicRetired>(
            Assert.Single(await journal.EventsAsync(new TopicId("gone"), 10).ToListAsync()).Event
        );
        Assert.IsType<WarningState.Watching>(await journal.StateAsync(new TopicId("acme")));
    }

    private static async Task StartAsync(IEntityStore store, string topic)
    {
        var settings = new Dictionary<string, string?>(StartSettingsTests.Enough) { ["Topics:0:Id"] = topic };
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IHostEnvironment>(new HostingEnvironment())
            .AddAzureHost(StartSettingsTests.Read(settings), TimeProvider.System)
            .AddSingleton(store)
            .BuildServiceProvider();
        var start = services.GetServices<IHostedService>().OfType<TablesAtStart>().Single();
        await start.StartAsync(CancellationToken.None);
        await start.Done;
        Assert.Equal(topic == "gone" ? [] : [new TopicId("gone")], services.GetRequiredService<TopicRegister>().Left);
    }
}
