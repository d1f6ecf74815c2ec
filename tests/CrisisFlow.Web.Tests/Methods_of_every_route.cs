using CrisisFlow.Web.Tests.Desk;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisFlow.Web.Tests;

public sealed class Methods_of_every_route
{
    [Fact(Timeout = 120_000)]
    public async Task HEAD_works_wherever_GET_does()
    {
        await using var desk = new SiteDesk();
        var methods = desk.Get<EndpointDataSource>()
            .Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods)
            .ToList();
        Assert.True(methods.Count > 20, $"There are only {methods.Count} routes.");
        Assert.All(methods, one => Assert.Equal(one.Contains("GET"), one.Contains("HEAD")));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("/cases", "POST", "GET, HEAD")]
    [InlineData("/", "PUT", "GET, HEAD")]
    [InlineData("/statements", "DELETE", "GET, HEAD")]
    [InlineData("/silences", "PUT", "GET, HEAD, POST")]
    [InlineData("/l/x", "OPTIONS", "GET, HEAD, POST")]
    [InlineData("/mentions", "GET", "POST")]
    [InlineData("/health", "POST", "GET, HEAD")]
    public async Task Another_method_is_refused_with_the_ones_that_are_allowed(
        string path,
        string method,
        string allowed
    )
    {
        await using var desk = new SiteDesk();
        var answer = await desk.GetAsync(path, method: method);
        Assert.Equal(405, answer.Status);
        Assert.Equal(allowed, string.Join(", ", answer.Headers["Allow"].Split(", ").Order(StringComparer.Ordinal)));
        Assert.Equal("Method not allowed.", answer.Text);
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
    }

    [Fact(Timeout = 120_000)]
    public async Task What_is_no_page_is_said_on_a_page_in_the_readers_language()
    {
        await using var desk = new SiteDesk();
        var answer = await desk.GetAsync("/nothing/here", language: "en");
        Assert.Equal((404, "text/html; charset=utf-8"), (answer.Status, answer.Headers["Content-Type"]));
        Assert.Contains("<h1>Page not found</h1>", answer.Text);
    }
}
