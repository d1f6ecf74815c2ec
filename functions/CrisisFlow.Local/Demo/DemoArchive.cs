using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Pushing;
using CrisisFlow.Reading.Archives;

namespace CrisisFlow.Local.Demo;

/// <summary>Three days of a made-up brand's crisis from six sources, handed over as its time comes.</summary>
internal sealed class DemoArchive
{
    private static readonly Dictionary<string, SourceCategory> Sources = new(StringComparer.Ordinal)
    {
        ["热榜"] = SourceCategory.HotList,
        ["城市新闻网"] = SourceCategory.News,
        ["微语"] = SourceCategory.Social,
        ["果园论坛"] = SourceCategory.Forum,
        ["商城评价"] = SourceCategory.Review,
        ["客服工单"] = SourceCategory.Support,
    };

    private readonly List<DocumentItem> _items;
    private readonly TimeProvider _time;
    private int _next;

    public DemoArchive(TimeProvider? time = null)
    {
        _time = time ?? TimeProvider.System;
        using var file = typeof(DemoArchive).Assembly.GetManifestResourceStream(
            "CrisisFlow.Local.Demo.archive.jsonl.gz"
        )!;
        _items =
        [
            .. ArchiveReader.Read(
                file,
                "demo",
                problem => throw new InvalidDataException($"{problem.Place}: {problem.Message}")
            ),
        ];
    }

    public DateTimeOffset Start => _items[0].Published!.Value;

    public DateTimeOffset End => _items[^1].Published!.Value;

    public int Count => _items.Count;

    /// <summary>In the order of their times.</summary>
    public IReadOnlyList<DocumentItem> Items => _items;

    /// <summary>How many were handed over.</summary>
    public int Delivered => Volatile.Read(ref _next);

    /// <summary>What kind of place a source of the archive is.</summary>
    public static SourceCategory Category(string source) => Sources[source];

    /// <summary>Hands over what was published since the last time.</summary>
    public async Task PollAsync(PushIntake intake, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        var end = _next;
        while (end < _items.Count && _items[end].Published <= now)
            end++;
        await intake.TakeAsync("demo", Category, _items.GetRange(_next, end - _next), cancellation);
        Volatile.Write(ref _next, end);
    }
}
