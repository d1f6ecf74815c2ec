using CrisisFlow.Core.Folding;
using CrisisFlow.Core.Queries;
using CrisisFlow.Testing.Clock;

namespace CrisisFlow.Core.Tests.Queries;

public sealed class TopicMatcherTests
{
    private static readonly string[] Words = ["ab", "abc", "b", "bc a", "中国", "国货", "国", "h&m", "c1", "*", "a中"];

    [Fact]
    public void Many_queries_together_answer_as_each_alone()
    {
        var state = 99u;
        int Next(int below) => (int)((state = state * 1664525 + 1013904223) / 65536 % below);
        string Term() => Words[Next(Words.Length)] is var word && word == "*" ? "ab*" : $"\"{word}\"";
        var queries = Enumerable
            .Range(0, 150)
            .Select(_ =>
                Valid(
                    $"{Term()} {(Next(2) == 0 ? "OR" : "AND")} ({Term()} OR {Term()}) "
                        + $"{(Next(2) == 0 ? "-" + Term() : "")} {Term()}"
                )
            )
            .ToArray();
        var matcher = new TopicMatcher(queries);
        for (var n = 0; n < 3000; n++)
        {
            var text = string.Concat(
                Enumerable.Range(0, Next(12)).Select(_ => Next(3) == 0 ? " " : Words[Next(Words.Length)])
            );
            text = TextFolding.FoldForMatching(TextFolding.Normalize(text));
            Assert.Equal(Enumerable.Range(0, queries.Length).Where(i => queries[i].Matches(text)), matcher.Match(text));
        }
    }

    [Fact]
    public void Matching_allocates_nothing()
    {
        var matcher = new TopicMatcher([.. Enumerable.Range(0, 100).Select(i => Valid($"品牌{i} OR brand{i} -招聘"))]);
        var text = TextFolding.FoldForMatching("今天品牌7和brand42的直播翻车了，网友：无法接受，要求退款");
        var matches = new int[matcher.Count];
        matcher.Match(text, matches);
        Takes.NoMemory(() =>
        {
            for (var i = 0; i < 1000; i++)
                matcher.Match(text, matches);
        });
        Assert.Equal(2, matcher.Match(text, matches));
        Assert.Equal([7, 42], matches[..2]);
    }

    [Fact]
    public void No_queries_match_nothing() => Assert.Empty(new TopicMatcher([]).Match("anything"));

    private static TopicQuery Valid(string query) => Assert.IsType<QueryReading.Valid>(TopicQuery.Parse(query)).Query;
}
