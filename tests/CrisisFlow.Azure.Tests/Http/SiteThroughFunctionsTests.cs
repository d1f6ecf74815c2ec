using System.Net;
using CrisisFlow.Azure.Hosting;
using CrisisFlow.Azure.Http;
using CrisisFlow.Azure.Tests.Hosting;
using CrisisFlow.Azure.Triggers;
using CrisisFlow.Storage;
using CrisisFlow.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace CrisisFlow.Azure.Tests.Http;

/// <summary>The site as the Functions host reaches it, composed as on Azure, on a store in memory.</summary>
public sealed class SiteThroughFunctionsTests : IAsyncLifetime
{
    private const int Timeout = 120_000;

    private readonly ServiceProvider _services = Compose(signIn: false);

    private HttpRoutes Routes => RoutesOf(_services);

    public async ValueTask InitializeAsync() =>
        await _services.GetRequiredService<IEntityStore>().CreateTablesAsync(Composition.Tables);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Theory(Timeout = Timeout)]
    [InlineData("/")]
    [InlineData("/cases")]
    [InlineData("/warnings")]
    [InlineData("/sources")]
    [InlineData("/silences")]
    [InlineData("/openapi/v1.json")]
    public async Task A_team_page_is_shown_through_the_teams_function(string path)
    {
        Assert.Equal(200, (await AskAsync(Routes.TeamAsync, "GET", path)).StatusCode);
        Assert.Equal(200, (await AskAsync(Routes.TeamAsync, "HEAD", path)).StatusCode);
    }

    [Theory(Timeout = Timeout)]
    [InlineData("/")]
    [InlineData("/cases")]
    [InlineData("/silences")]
    public async Task A_team_page_is_shown_through_no_other_function_and_with_sign_in_to_no_stranger(string path)
    {
        Assert.Equal(403, (await AskAsync(Routes.StatementsAsync, "GET", path)).StatusCode);
        await using var withSignIn = Compose(signIn: true);
        Assert.Equal(
            403,
            (await AskAsync(RoutesOf(withSignIn).TeamAsync, "GET", path, services: withSignIn)).StatusCode
        );
    }

    [Fact(Timeout = Timeout)]
    public async Task What_is_public_is_shown_without_anything()
    {
        Assert.Equal(200, (await AskAsync(Routes.StatementsAsync, "GET", "/statements")).StatusCode);
        Assert.Equal(200, (await AskAsync(Routes.StatementsAsync, "GET", "/statements/feed.atom")).StatusCode);
        Assert.Equal(200, (await AskAsync(Routes.StyleAsync, "GET", "/style.css")).StatusCode);
        Assert.Equal(200, (await AskAsync(Routes.RobotsAsync, "GET", "/robots.txt")).StatusCode);
        Assert.Equal(
            200,
            (
                await AskAsync((request, client) => Routes.HealthAsync(request, client, default), "GET", "/health")
            ).StatusCode
        );
    }

    [Fact(Timeout = Timeout)]
    public async Task A_forged_link_and_a_push_without_its_key_are_refused()
    {
        Assert.InRange((await AskAsync(Routes.LinkAsync, "GET", "/l/forged")).StatusCode, 400, 499);
        Assert.Equal(401, (await AskAsync(Routes.MentionsAsync, "POST", "/mentions")).StatusCode);
    }

    [Fact(Timeout = Timeout)]
    public async Task HEAD_has_the_headers_of_the_page_and_no_body()
    {
        var page = await AskAsync(Routes.TeamAsync, "GET", "/cases");
        var head = await AskAsync(Routes.TeamAsync, "HEAD", "/cases");

        Assert.Equal((page.ContentLength, page.Body.Length), (page.Body.Length, head.ContentLength!.Value));
        Assert.Equal(("no-store", 0L), (head.Headers.CacheControl.ToString(), head.Body.Length));
    }

    [Fact(Timeout = Timeout)]
    public async Task Transport_security_is_promised_where_the_worker_says_the_request_came_over_TLS()
    {
        var plain = await AskAsync(Routes.StyleAsync, "GET", "/style.css");
        var secure = await AskAsync(
            Routes.StyleAsync,
            "GET",
            "/style.css",
            context => context.Request.Scheme = "https"
        );

        Assert.Equal(
            (0, 1),
            (plain.Headers.StrictTransportSecurity.Count, secure.Headers.StrictTransportSecurity.Count)
        );
    }

    [Fact(Timeout = Timeout)]
    public async Task Bad_links_are_counted_by_the_address_the_worker_saw_and_not_by_what_a_request_claims()
    {
        for (var i = 0; i < 10; i++)
            Assert.Equal(400, (await GuessAsync("203.0.113.7", $"6.6.6.{i}")).StatusCode);
        Assert.Equal(429, (await GuessAsync("203.0.113.7", "6.6.6.99")).StatusCode);
        Assert.Equal(400, (await GuessAsync("203.0.113.8", "6.6.6.0")).StatusCode);

        Task<HttpResponse> GuessAsync(string address, string claimed) =>
            AskAsync(
                Routes.LinkAsync,
                "GET",
                "/l/guess",
                context =>
                {
                    context.Connection.RemoteIpAddress = IPAddress.Parse(address);
                    context.Request.Headers["X-Forwarded-For"] = claimed;
                }
            );
    }

    [Fact(Timeout = Timeout)]
    public async Task The_function_writes_the_answer_itself_and_leaves_nothing_for_the_worker_to_write()
    {
        var context = Context("GET", "/warnings", _services);

        var result = await Routes.TeamAsync(context.Request, null!);

        Assert.True(context.Response.Body.Length > 0);
        Assert.Same(Results.Empty, result);
    }

    private static HttpRoutes RoutesOf(IServiceProvider services) =>
        ActivatorUtilities.CreateInstance<HttpRoutes>(services);

    private static ServiceProvider Compose(bool signIn)
    {
        var settings = new Dictionary<string, string?>(StartSettingsTests.Enough);
        if (signIn)
            settings[TeamAdmission.SignInSetting] = "true";
        return new ServiceCollection()
            .AddLogging()
            // The worker's host brings one.
            .AddSingleton<IHostEnvironment>(new HostingEnvironment())
            .AddAzureHost(StartSettingsTests.Read(settings), TimeProvider.System)
            .AddSingleton<IEntityStore>(new MemoryEntityStore())
            .BuildServiceProvider(validateScopes: true);
    }

    private async Task<HttpResponse> AskAsync(
        Func<HttpRequest, DurableTaskClient, Task<IResult>> function,
        string method,
        string path,
        Action<HttpContext>? change = null,
        IServiceProvider? services = null
    )
    {
        var context = Context(method, path, services ?? _services);
        change?.Invoke(context);
        await (await function(context.Request, null!)).ExecuteAsync(context);
        return context.Response;
    }

    /// <summary>As the worker hands it on: its own endpoint matched, with the values of its own route.</summary>
    private static DefaultHttpContext Context(string method, string path, IServiceProvider services)
    {
        var context = new DefaultHttpContext { RequestServices = services };
        (context.Request.Method, context.Request.Path) = (method, path);
        context.Request.RouteValues["path"] = path;
        context.Response.Body = new MemoryStream();
        context.SetEndpoint(
            new Endpoint(_ => throw new InvalidOperationException("The worker's own endpoint ran again."), null, "Team")
        );
        return context;
    }
}
