using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Presentation.Parts;
using CrisisFlow.Testing.Clock;

namespace CrisisFlow.Presentation.Tests.Parts;

public sealed class Showing_changes
{
    [Theory]
    [InlineData("the price was wrong", "the price is wrong", "the price [-was-]{+is+} wrong")]
    [InlineData("我们致歉。", "我们诚恳致歉。", "我们{+诚恳+}致歉。")]
    [InlineData("差价将退回", "差价将在七天内退回", "差价将{+在七天内+}退回")]
    [InlineData("", "new", "{+new+}")]
    [InlineData("old", "", "[-old-]")]
    [InlineData("same", "same", "same")]
    [InlineData("", "", "")]
    [InlineData("退款 30 元", "退款 50 元", "退款 [-30-]{+50+} 元")]
    [InlineData("我们致歉。已下架。", "我们致歉。已全部下架。请退款。", "我们致歉。已{+全部+}下架{+。请退款+}。")]
    [InlineData("We are sorry. We stopped.", "We stopped.", "[-We are sorry. -]We stopped.")]
    [InlineData("甲。乙。", "甲，乙。", "甲[-。-]{+，+}乙。")]
    public void Showing_changes_goes_by_words_and_by_characters_of_Chinese(string before, string after, string shown) =>
        Assert.Equal(
            shown,
            string.Concat(
                Diff.Of(before, after)
                    .Select(piece =>
                        piece.Kind switch
                        {
                            Diff.Kind.Added => "{+" + piece.Text + "+}",
                            Diff.Kind.Dropped => "[-" + piece.Text + "-]",
                            _ => piece.Text,
                        }
                    )
            )
        );

    [Fact]
    public void Showing_changes_always_gives_both_texts_back()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var (before, after) = (Some(random), Some(random));
            var pieces = Diff.Of(before, after);
            Assert.Equal(
                before,
                string.Concat(pieces.Where(piece => piece.Kind != Diff.Kind.Added).Select(piece => piece.Text))
            );
            Assert.Equal(
                after,
                string.Concat(pieces.Where(piece => piece.Kind != Diff.Kind.Dropped).Select(piece => piece.Text))
            );
        }
    }

    [Fact]
    public void Showing_changes_takes_two_long_texts_with_nothing_in_common_as_one_replaced()
    {
        var pieces = Diff.Of(
            string.Concat(Enumerable.Repeat("甲乙", 10_000)),
            string.Concat(Enumerable.Repeat("丙丁", 10_000))
        );
        Assert.Equal([Diff.Kind.Dropped, Diff.Kind.Added], pieces.Select(piece => piece.Kind));
    }

    [Theory]
    [InlineData("甲乙丙丁")]
    [InlineData("甲乙丙。")]
    [InlineData("。！？；")]
    [InlineData("a b.")]
    public void Showing_changes_compares_the_longest_texts_in_less_than_a_second(string letters)
    {
        var random = new Random(7);
        string Long() =>
            string.Concat(
                Enumerable.Range(0, CaseLimits.StatementBody).Select(_ => letters[random.Next(letters.Length)])
            );
        var (before, after) = (Long(), Long());
        Takes.AtMost(TimeSpan.FromSeconds(1), () => Diff.Of(before, after));
    }

    private static string Some(Random random) =>
        string.Concat(
            Enumerable
                .Range(0, random.Next(40))
                .Select(_ => "我们 the价 a,\n😀".EnumerateRunes().ElementAt(random.Next(11)).ToString())
        );
}
