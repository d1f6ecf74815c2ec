using System.Text.Json;
using CrisisFlow.Web.Tests.Desk;

namespace CrisisFlow.Web.Tests;

public sealed class The_api_describes_itself
{
    [Fact(Timeout = 120_000)]
    public async Task Under_the_address_of_settings_with_what_machines_may_ask_and_no_page()
    {
        var document = await ReadAsync();
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString());
        Assert.Equal(
            "https://crisis.qingtian.example",
            document.GetProperty("servers")[0].GetProperty("url").GetString()
        );
        Assert.Equal(
            ["/health", "/mentions"],
            document.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order()
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task Pushing_names_its_key_its_limits_and_every_status()
    {
        var document = await ReadAsync();
        var push = document.GetProperty("paths").GetProperty("/mentions").GetProperty("post");
        var key = document.GetProperty("components").GetProperty("securitySchemes").GetProperty("apiKey");
        Assert.Equal(("apiKey", "header", "X-Api-Key"), (Text(key, "type"), Text(key, "in"), Text(key, "name")));
        Assert.True(push.GetProperty("security")[0].TryGetProperty("apiKey", out _));
        Assert.Equal(
            ["200", "400", "401", "403", "413", "415", "503"],
            push.GetProperty("responses").EnumerateObject().Select(one => one.Name)
        );

        var source = Parameter(push, "source").GetProperty("schema");
        Assert.Equal((80, "pushed"), (source.GetProperty("maxLength").GetInt32(), Text(source, "default")));
        Assert.Equal(
            ["hotList", "news", "social", "forum", "review", "support"],
            Parameter(push, "category")
                .GetProperty("schema")
                .GetProperty("enum")
                .EnumerateArray()
                .Select(one => one.GetString())
        );

        var shapes = push.GetProperty("requestBody")
            .GetProperty("content")
            .GetProperty("application/json")
            .GetProperty("schema")
            .GetProperty("oneOf");
        Assert.Equal("#/components/schemas/PushedMention", Text(shapes[0], "$ref"));
        var problems = document
            .GetProperty("components")
            .GetProperty("schemas")
            .GetProperty("PushAnswer")
            .GetProperty("properties")
            .GetProperty("items");
        Assert.Equal("integer", Text(problems, "type"));
        Assert.Equal(("array", 5_000), (Text(shapes[1], "type"), shapes[1].GetProperty("maxItems").GetInt32()));
    }

    [Fact(Timeout = 120_000)]
    public async Task Every_field_of_a_mention_is_one_that_is_read()
    {
        var mention = (await ReadAsync()).GetProperty("components").GetProperty("schemas").GetProperty("PushedMention");
        Assert.Equal(
            [
                "author",
                "category",
                "comments",
                "followers",
                "id",
                "likes",
                "parent",
                "published",
                "rank",
                "reposts",
                "source",
                "text",
                "title",
                "ts",
                "url",
            ],
            mention.GetProperty("properties").EnumerateObject().Select(one => one.Name).Order(StringComparer.Ordinal)
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task An_answer_has_the_shape_that_is_described()
    {
        await using var desk = new SiteDesk();
        var schemas = (await ReadAsync()).GetProperty("components").GetProperty("schemas");
        Assert.Equal(Names(schemas, "HealthAnswer"), Names((await desk.GetAsync("/health")).Text));
        var pushed = await desk.PostBodyAsync("/mentions", """{"title":"x"}""", "application/json", trusted: true);
        Assert.Equal(Names(schemas, "PushAnswer"), Names(pushed.Text));
        var refused = await desk.PostBodyAsync("/mentions", "{}", "application/json");
        Assert.Equal(Names(schemas, "PushRefusal"), Names(refused.Text));
    }

    private static async Task<JsonElement> ReadAsync()
    {
        await using var desk = new SiteDesk();
        var answer = await desk.GetAsync("/openapi/v1.json");
        Assert.Equal((200, "application/json; charset=utf-8"), (answer.Status, answer.Headers["Content-Type"]));
        return JsonDocument.Parse(answer.Text).RootElement;
    }

    private static JsonElement Parameter(JsonElement operation, string name) =>
        operation.GetProperty("parameters").EnumerateArray().Single(parameter => Text(parameter, "name") == name);

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static IEnumerable<string> Names(JsonElement schemas, string name) =>
        schemas.GetProperty(name).GetProperty("properties").EnumerateObject().Select(one => one.Name);

    private static IEnumerable<string> Names(string json) =>
        JsonDocument.Parse(json).RootElement.EnumerateObject().Select(one => one.Name);
}
