using CrisisFlow.Azure.Tests.Azurite;
using CrisisFlow.Azure.Tests.Stories;

namespace CrisisFlow.Azure.Tests.Durable;

/// <summary>
/// One Durable host for all the stories that kill nothing; they are told side by side, since most of each is waiting.
/// </summary>
public sealed class RealDurable(AzuriteStorage azurite) : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1, 1);
    private ActivityServer? _server;
    private DurableHostProcess? _host;
    private IReadOnlyDictionary<string, Task<DurableStory>>? _told;

    /// <summary>A story of <see cref="Storyline"/>, told to its end.</summary>
    internal async Task<DurableStory> ToldAsync(string name)
    {
        await StartAsync();
        return await _told![name];
    }

    /// <summary>A story of a test's own.</summary>
    internal async Task<DurableStory> BeginAsync(string name)
    {
        await StartAsync();
        return new DurableStory(name, _server!, _host!.Client);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
        _starting.Dispose();
    }

    private async Task StartAsync()
    {
        await _starting.WaitAsync();
        try
        {
            if (_told is not null)
                return;
            _server = await ActivityServer.StartAsync();
            _host = await DurableHostProcess.StartAsync(azurite.ConnectionString, "Stories", _server.Address);
            _told = Storyline.All.ToDictionary(story => story.Key, story => TellAsync(story.Key, story.Value));
        }
        finally
        {
            _starting.Release();
        }
    }

    private async Task<DurableStory> TellAsync(string name, Func<StoryHost, Task> tell)
    {
        var story = new DurableStory(name.Replace(' ', '-'), _server!, _host!.Client);
        await tell(story);
        return story;
    }
}
