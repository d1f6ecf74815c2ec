using System.Text;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Documents;
using CrisisFlow.Reading.Markup;

namespace CrisisFlow.Reading.Tests;

public sealed class JsonApisAreMapped
{
    private static readonly JsonMapping Mapping = new()
    {
        Items = "/data/list",
        Id = "/mid",
        Title = "/word",
        Text = "/note",
        Url = "https://s.example.com/?q={title}",
        Published = "/at",
        Author = "/user/name",
        Followers = "/user/fans",
        Rank = "#",
        Likes = "/n/0",
        Reposts = "/n/1",
        Comments = "/n/2",
        Parent = "/re",
        Next = "/data/next",
        DocumentTitle = "/data/name",
    };

    [Fact]
    public void Every_field_is_found_where_the_mapping_says()
    {
        var document = Read(
            """{"data":{"name":"热搜","next":"https://api.example.com/?p=2","list":["""
                + """{"mid":77,"word":"a & b","note":"<b>","at":1604188800,"""
                + """ "user":{"name":"Ann","fans":"3.5万"},"n":[1,2,3],"re":"5"},{"word":"c"}]}}"""
        );
        Assert.Equal(
            (DocumentKind.JsonApi, "热搜", "https://api.example.com/?p=2"),
            (document.Kind, document.Title, document.Next)
        );
        Assert.Empty(document.Problems);
        var item = document.Items[0];
        Assert.Equal(
            ("77", "a & b", "<b>", "https://s.example.com/?q=a%20%26%20b", "Ann", "5"),
            (item.Id, item.Title, HtmlToText.Text(item), item.Link, item.Author, item.Parent)
        );
        Assert.Equal(
            (35_000, 1, 2, new Engagement(1, 2, 3)),
            (item.Followers, item.Rank, document.Items[1].Rank, item.Engagement)
        );
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1604188800), item.Published);
    }

    [Theory]
    [InlineData("H&amp;M道歉", "H&M道歉")]
    [InlineData("&quot;a&quot; &#8212; &lt;b", "\"a\" — <b")]
    [InlineData("AT&T Q&A &unknown; a<b", "AT&T Q&A &unknown; a<b")]
    [InlineData("I <3 this, 1 < 2 > 0", "I <3 this, 1 < 2 > 0")]
    public void Entities_of_a_plain_title_are_decoded_and_signs_stay(string given, string title)
    {
        var document = Read("{\"data\":{\"list\":[{\"word\":\"" + given + "\"}]}}");
        Assert.Equal(title, HtmlToText.Title(document.Items[0]));
        Assert.Empty(document.Problems);
    }

    [Fact]
    public void HTML_where_the_mapping_promises_plain_text_is_told_once_and_its_addresses_are_no_words()
    {
        var document = Read(
            """{"data":{"list":[{"word":"a","note":"<p>好吃<img src='/battery-explosion-fire.png'></p>"},"""
                + """{"word":"b","note":"1 < 2"},{"word":"c","note":"x<br>y"}]}}"""
        );
        Assert.Equal(["好吃", "1 < 2", "x\ny"], document.Items.Select(HtmlToText.Text));
        Assert.Equal(
            "Items 1, 3: the text is HTML where plain text is promised; its tags were left out. "
                + "Set mapping.markup to true.",
            Assert.Single(document.Problems).Message
        );
    }

    [Theory]
    [InlineData("[0,1,2]", "1,2,3")]
    [InlineData("[1,2,3]", "1,2,3")]
    [InlineData("[3,0,7]", "4,1,8")]
    [InlineData("[0,0,1]", ",,1")]
    [InlineData("[\"0\",\"1\"]", "1,2")]
    public void A_list_whose_first_is_0_counts_from_0(string ranks, string read)
    {
        var items = ranks.Trim('[', ']').Split(',').Select(rank => $$"""{"t":"a","r":{{rank}}}""");
        var document = DocumentReader.Read(
            Encoding.UTF8.GetBytes($"[{string.Join(',', items)}]"),
            new ReadOptions
            {
                Mapping = new JsonMapping { Title = "/t", Rank = "/r" },
            }
        );
        Assert.Equal(read, string.Join(',', document.Items.Select(static item => item.Rank)));
    }

    [Fact]
    public void What_does_not_fit_is_told_with_its_pointer()
    {
        var document = Read("""{"data":{"list":[{"word":"a","n":["many"]},{"note":""},{"word":"c","at":"soon"}]}}""");
        Assert.Equal(["a", "c"], document.Items.Select(static item => item.Title));
        Assert.Equal(
            [
                ("/data/list/0/n/0", "Item 1: likes 'many' is no count of 0 or more; it was left out."),
                ("/data/list/1", "Item 2 has neither a title at '/word' nor a text at '/note'; it was left out."),
                ("/data/list/2/at", "Item 3: published 'soon' is no date; it was left out."),
            ],
            document.Problems.Select(static problem => (problem.Place, problem.Message))
        );
    }

    [Fact]
    public void A_list_that_is_not_there_is_no_quiet_source()
    {
        var document = Read("""{"error":"limit"}""");
        Assert.False(document.Readable);
        Assert.Equal(
            "There is no list at '/data/list', where the mapping's items should be.",
            Assert.Single(document.Problems).Message
        );
    }

    [Theory]
    [InlineData(
        """{"code":401,"message":"token expired","data":{"list":[]}}""",
        "'401' at '/code' (its message: 'token expired')"
    )]
    [InlineData("""{"success":false,"data":{"list":[]}}""", "'false' at '/success'")]
    [InlineData("""{"errno":"10021","errmsg":"限流","data":{"list":{}}}""", "'10021' at '/errno' (its errmsg: '限流')")]
    [InlineData("""{"error":{"type":"auth"},"data":{"list":[]}}""", "'{\"type\":\"auth\"}' at '/error'")]
    [InlineData("""{"status":"error","data":{"list":[]}}""", "'error' at '/status'")]
    public void An_answer_that_complains_and_has_no_items_is_no_quiet_source(string json, string says)
    {
        var document = Read(json);
        Assert.False(document.Readable);
        Assert.Equal($"The answer has no items and says {says}.", document.Problems[^1].Message);
    }

    [Theory]
    [InlineData("""{"data":{"list":[]}}""")]
    [InlineData("""{"code":0,"message":"ok","data":{"list":[]}}""")]
    [InlineData("""{"code":200,"success":true,"error":null,"errors":[],"data":{"list":[]}}""")]
    [InlineData("""{"status":"ok","error":"","data":{"list":[]}}""")]
    public void An_answer_that_complains_of_nothing_may_be_empty(string json) => Assert.True(Read(json).Readable);

    [Fact]
    public void A_list_of_which_nothing_can_be_read_is_no_quiet_source()
    {
        var document = Read("""{"data":{"list":[{"name":"a"},{"name":"b"}]}}""");
        Assert.False(document.Readable);
        Assert.Equal("None of the 2 items has a title at '/word' or a text at '/note'.", document.Problems[^1].Message);
    }

    [Theory]
    [InlineData("/code", "", "7", "The answer says '7' at '/code' and is none (its msg: 'no').")]
    [InlineData("/code", "", "0", null)]
    [InlineData("/code", "7", "7", null)]
    [InlineData("/code", "7", "0", "The answer says '0' at '/code' and is none (its msg: 'no').")]
    [InlineData("/fine", "", "0", "There is nothing at '/fine', where the mapping's ok should be (its msg: 'no').")]
    public void A_mapping_may_say_where_an_answer_says_that_it_is_good(
        string ok,
        string value,
        string code,
        string? problem
    )
    {
        var document = DocumentReader.Read(
            Encoding.UTF8.GetBytes($$"""{"code":{{code}},"msg":"no","list":[{"title":"a"}]}"""),
            new ReadOptions
            {
                Source = "test",
                Mapping = new()
                {
                    Items = "/list",
                    Ok = ok,
                    OkValue = value,
                },
            }
        );
        Assert.Equal(problem is null, document.Readable);
        Assert.Equal(problem, document.Problems.LastOrDefault()?.Message);
    }

    [Fact]
    public void Half_a_surrogate_pair_costs_one_character() =>
        Assert.Equal("a\uFFFDb", Read("""{"data":{"list":[{"word":"a\ud83db"}]}}""").Items.Single().Title);

    [Fact]
    public void Everything_wrong_with_a_mapping_is_told_at_once() =>
        Assert.Equal(
            [
                "mapping.items 'data' is no JSON Pointer; one is empty or begins with '/' and holds '~' only as "
                    + "'~0' or '~1'.",
                "mapping.likes '/a~2' is no JSON Pointer; one is empty or begins with '/' and holds '~' only as "
                    + "'~0' or '~1'.",
                "mapping names neither title nor text; an item needs at least one.",
                "mapping.maxPages is 51; it is 1 to 50.",
            ],
            new JsonMapping
            {
                Items = "data",
                Title = null,
                Likes = "/a~2",
                MaxPages = 51,
            }.Validate()
        );

    [Theory]
    [InlineData("/a~1b/0", "x")]
    [InlineData("/m~0n", "y")]
    [InlineData("/a~1b/1", null)]
    [InlineData("/none/0", null)]
    public void Pointers_follow_RFC_6901(string pointer, string? expected)
    {
        using var document = System.Text.Json.JsonDocument.Parse("""{"a/b":["x"],"m~n":"y"}""");
        Assert.Equal(expected, JsonPointer.Parse(pointer)!.Of(document.RootElement)?.GetString());
    }

    private static Document Read(string json) =>
        DocumentReader.Read(Encoding.UTF8.GetBytes(json), new ReadOptions { Source = "test", Mapping = Mapping });
}
