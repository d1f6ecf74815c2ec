using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring;
using CrisisFlow.Reading;
using CrisisFlow.Reading.Documents;
using CrisisFlow.Settings;
using CrisisFlow.Storage;

namespace CrisisFlow.Benchmarks;

/// <summary>An RSS document of twenty items, half of them about the brand: read, matched, scored and stored.</summary>
[MemoryDiagnoser]
public class FeedToStore
{
    private const int Items = 20;

    private readonly byte[][] _feeds = [.. Enumerable.Range(0, 500).Select(Feed)];
    private readonly CrisisFlowSettings _settings = new()
    {
        Topics =
        [
            new()
            {
                Id = "qinghe",
                Name = "清禾",
                Match = "清禾",
            },
        ],
    };

    private Pipeline _pipeline = null!;
    private int _next;

    [IterationSetup]
    public void Start()
    {
        var store = new MemoryEntityStore();
        store.CreateTablesAsync(Pipeline.Tables).GetAwaiter().GetResult();
        (_pipeline, _next) = (new Pipeline(store, _settings, TimeProvider.System), 0);
    }

    [Benchmark(OperationsPerInvoke = 100 * Items)]
    public async Task ReadAndStore()
    {
        for (var i = 0; i < 100; i++)
        {
            var document = DocumentReader.Read(_feeds[_next++ % _feeds.Length], new ReadOptions());
            await _pipeline.TakeAsync("feed", _ => SourceCategory.News, document.Items);
        }
    }

    private static byte[] Feed(int number)
    {
        var text = new StringBuilder("<rss version=\"2.0\"><channel><title>Feed</title>");
        for (var i = 0; i < Items; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"<item><guid>{number}-{i}</guid><title>{(i % 2 == 0 ? "清禾" : "冷杉")}门店第{number}批酸奶过期，第{i}位顾客"
                    + $"要求退款</title><description>买到的酸奶已经过期三天，打开有异味，客服一直没有回复。</description></item>"
            );
        return Encoding.UTF8.GetBytes(text.Append("</channel></rss>").ToString());
    }
}
