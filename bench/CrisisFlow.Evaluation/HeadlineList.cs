using System.IO.Compression;

namespace CrisisFlow.Evaluation;

/// <summary>The two ordinary months of the hot list.</summary>
internal static class HeadlineList
{
    public static IEnumerable<string> Titles()
    {
        using var file = File.OpenRead(Path.Combine(Repository.Data, "weibo_headlines_2022-05_06.tsv.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var title = line.Split('\t')[^1].Trim();
            if (title.Length > 0)
                yield return title;
        }
    }
}
