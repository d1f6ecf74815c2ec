using CrisisFlow.Cases;
using CrisisFlow.Mail;
using CrisisFlow.Response.Channels.StatementPage;
using CrisisFlow.Storage;

namespace CrisisFlow.Response.Tests.Channels.StatementPage;

public sealed class Publishing_on_the_statement_page
{
    private readonly ChannelDesk _desk = new();

    private StatementStore Statements => new(_desk.Store);

    [Fact(Timeout = 120_000)]
    public async Task A_statement_published_twice_is_one_page_with_one_address()
    {
        var page = _desk.Open(new StatementPageChannel());

        var first = await page(SampleOrder.Of(StatementPageChannel.Id), default);

        Assert.Equal(first, await page(SampleOrder.Of(StatementPageChannel.Id), default));
        Assert.Single(await Statements.NewestAsync(10, default));
        Assert.Matches(
            "^https://crisis\\.qingtian\\.example/statements/20261120010000-[0-9a-f]{12}$",
            Assert.IsType<Delivery.Delivered>(first).Receipt
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task Statements_come_newest_first()
    {
        await Statements.AddAsync(SampleOrder.Of(StatementPageChannel.Id), default);
        await Statements.AddAsync(
            SampleOrder.Of(StatementPageChannel.Id, "v3-statement-page-zh", SampleOrder.Approved.AddHours(1), "newer"),
            default
        );

        Assert.Equal(["newer", "说明"], (await Statements.NewestAsync(10, default)).Select(one => one.Title));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("../../etc/passwd")]
    [InlineData("20261120010000-zzzzzzzzzzzz")]
    [InlineData("x")]
    [InlineData("")]
    public async Task An_address_that_is_none_of_ours_finds_nothing(string slug) =>
        Assert.Null(await Statements.FindAsync(slug, default));

    [Fact(Timeout = 120_000)]
    public async Task A_row_written_before_languages_were_a_list_stays_readable()
    {
        await _desk.Store.CommitAsync(
            StatementStore.Table,
            "public",
            [
                new EntityChange.Insert(
                    "79738879989999-0123456789ab",
                    new EntityProperties
                    {
                        { "topic", "晴天电商" },
                        { "language", "zh" },
                        { "title", "说明" },
                        { "body", "我们致歉。" },
                        { "version", 2 },
                        { "hash", new string('a', 64) },
                        { "at", SampleOrder.Approved },
                    }
                ),
            ]
        );

        Assert.Equal(
            new PublicStatement("20261120010000-0123456789ab", Language.Zh, "说明", "我们致歉。", SampleOrder.Approved),
            await Statements.FindAsync("20261120010000-0123456789ab", default)
        );
    }
}
