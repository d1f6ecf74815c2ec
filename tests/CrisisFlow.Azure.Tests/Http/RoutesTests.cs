using System.Reflection;
using CrisisFlow.Azure.Http;
using CrisisFlow.Azure.Triggers;
using CrisisFlow.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CrisisFlow.Azure.Tests.Http;

public sealed class RoutesTests
{
    private static readonly IReadOnlyList<HttpTriggerAttribute> Triggers = [.. typeof(HttpRoutes).GetMethods()
        .SelectMany(method => method.GetParameters()).Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>()];

    [Fact]
    public void Only_what_proves_itself_or_is_public_is_open() => Assert.Equal(
        ["health", "l/{token}", "mentions", "robots.txt", "statements/{*rest}", "style.css"],
        Triggers.Where(trigger => trigger.AuthLevel == AuthorizationLevel.Anonymous).Select(trigger => trigger.Route!).Order(StringComparer.Ordinal));

    [Fact]
    public void Everything_else_asks_for_a_function_key() => Assert.Equal(
        ("{*path}", AuthorizationLevel.Function), Assert.Single(Triggers.Where(trigger => trigger.AuthLevel != AuthorizationLevel.Anonymous).Select(trigger => (trigger.Route!, trigger.AuthLevel))));

    // The host answers HEAD with 404 where only GET is named, and a mail scanner's HEAD would make the link look dead.
    [Fact]
    public void Every_route_takes_HEAD() => Assert.All(Triggers, trigger => Assert.Equal(["get", "head", "post"], trigger.Methods!));

    [Fact]
    public void Paths_are_the_local_hosts() =>
        Assert.Contains("\"routePrefix\": \"\"", File.ReadAllText(Path.Combine(Repository.Root, "functions", "CrisisFlow.Azure", "host.json")), StringComparison.Ordinal);

    [Theory]
    [InlineData(false, null, true)]
    [InlineData(false, "ann", true)]
    [InlineData(true, null, false)]
    [InlineData(true, "", false)]
    [InlineData(true, "ann", true)]
    public void With_sign_in_only_a_signed_in_person_is_admitted(bool signIn, string? principal, bool admitted)
    {
        var request = new DefaultHttpContext().Request;
        if (principal is not null) request.Headers[TeamAdmission.PrincipalHeader] = principal;

        Assert.Equal(admitted, new TeamAdmission(signIn).Admits(request));
    }

    [Fact(Timeout = 120_000)]
    public async Task Request_and_answer_are_translated_and_HEAD_has_no_body()
    {
        var context = new DefaultHttpContext();
        (context.Request.Method, context.Request.Path, context.Request.QueryString) = ("HEAD", "/cases/a b", new QueryString("?lang=en"));
        context.Request.Headers["X-Forwarded-For"] = "6.6.6.6, 203.0.113.7:4711";
        context.Request.Headers["X-Forwarded-Proto"] = "https";
        context.Response.Body = new MemoryStream();

        var request = context.Request.ToSite(isTrusted: false);
        await new SiteResult(new SiteResponse(200, "text/plain", "hello"u8.ToArray(), [new("Cache-Control", "no-store")])).ExecuteAsync(context);

        Assert.Equal(("HEAD", "/cases/a b", "?lang=en", true, false), (request.Method, request.Path, request.QueryString, request.IsHttps, request.IsTrusted));
        Assert.Equal(16, request.Caller.Length);
        Assert.Equal((200, 5L, "no-store", 0L), (context.Response.StatusCode, context.Response.ContentLength, context.Response.Headers.CacheControl.ToString(), context.Response.Body.Length));
    }

    [Fact]
    public void The_caller_is_who_the_front_end_saw_and_not_who_the_request_claims_to_be()
    {
        Assert.Equal(Caller("203.0.113.7:1"), Caller("6.6.6.6, 203.0.113.7:2"));
        Assert.NotEqual(Caller("203.0.113.7"), Caller("203.0.113.8"));

        static string Caller(string forwarded)
        {
            var request = new DefaultHttpContext().Request;
            request.Headers["X-Forwarded-For"] = forwarded;
            return request.ToSite(isTrusted: false).Caller;
        }
    }
}
