using CrisisFlow.Core.Queries;

namespace CrisisFlow.Core.Tests.Queries;

public sealed class QueriesAreExplained
{
    [Theory]
    [InlineData("小米 #雷军# OR 红米", "(小米 AND #雷军#) OR 红米")]
    [InlineData("小米 or 红米", "小米 AND \"or\" AND 红米")]
    [InlineData("(喜茶|奈雪) -\"价格 战\"", "(喜茶 OR 奈雪) AND NOT \"价格 战\"")]
    [InlineData("recall*", "recall*")]
    public void A_query_is_written_out_as_it_is_understood(string query, string understood) =>
        Assert.Equal(understood, QueryHints.Explain(Assert.IsType<QueryReading.Valid>(TopicQuery.Parse(query)).Query));

    [Theory]
    [InlineData("小米 or 红米", "column 4: 'or' is a word here")]
    [InlineData("小米 And 红米", "column 4: 'And' is a word here")]
    [InlineData("小米 not 大米", "column 4: 'not' is a word here")]
    [InlineData("小米 或 红米", "column 4: '或' is a word here")]
    [InlineData("小米 && 红米", "column 4: '&&' is looked for as it stands")]
    [InlineData("小米,红米", "column 1: '小米,红米' is one word")]
    [InlineData("小米、红米", "column 1: '小米、红米' is one word")]
    [InlineData("小米 !大米", "column 4: '!大米' is looked for with its '!'")]
    [InlineData("title:小米", "column 1: 'title:小米' is one word; there are no fields")]
    public void What_was_probably_meant_otherwise_is_told_with_its_column(string query, string hint) =>
        Assert.StartsWith(hint, Assert.Single(QueryHints.Of(query)).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("小米 OR 红米 NOT 大米")]
    [InlineData("小米 \"or\" 红米")]
    [InlineData("H&M OR AC/DC OR 1,000")]
    [InlineData("L'Oreal | e-commerce")]
    [InlineData("小米 #雷军#")]
    public void What_is_meant_as_it_stands_is_not(string query) => Assert.Empty(QueryHints.Of(query));
}
