using CrisisFlow.Azure.Hosting;
using CrisisFlow.Azure.Http;
using CrisisFlow.Azure.Tests.Hosting;
using CrisisFlow.Azure.Triggers;
using CrisisFlow.Storage;
using CrisisFlow.Testing.Stores;
using CrisisFlow.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisFlow.Azure.Tests.Http;

/// <summary>The site as the Functions host reaches it, composed as on Azure, on a store in memory.</summary>
public sealed class SiteThroughFunctionsTests : IAsyncLifetime
{
    private readonly ServiceProvider _services;
    private readonly HttpRoutes _routes;

    public SiteThroughFunctionsTests()
    {
        _services = new ServiceCollection().AddLogging().AddAzureHost(StartSettingsTests.Read(StartSettingsTests.Enough), TimeProvider.System)
            .AddSingleton<IEntityStore>(new MemoryEntityStore()).BuildServiceProvider();
        _routes = ActivatorUtilities.CreateInstance<HttpRoutes>(_services);
    }

    public async ValueTask InitializeAsync() => await _services.GetRequiredService<IEntityStore>().CreateTablesAsync(Composition.Tables);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/cases")]
    [InlineData("/warnings")]
    [InlineData("/sources")]
    [InlineData("/silences")]
    public async Task A_team_page_is_shown_through_the_teams_function_and_through_no_other(string path)
    {
        Assert.Equal(200, (await AskAsync(_routes.TeamAsync, "GET", path)).StatusCode);
        Assert.Equal(200, (await AskAsync(_routes.TeamAsync, "HEAD", path)).StatusCode);
        Assert.Equal(403, (await AskAsync(_routes.StatementsAsync, "GET", path)).StatusCode);
        var withSignIn = new HttpRoutes(_services.GetRequiredService<Site>(), new TeamAdmission(signIn: true), _services.GetRequiredService<StageRunner>());
        Assert.Equal(403, (await AskAsync(withSignIn.TeamAsync, "GET", path)).StatusCode);
    }

    [Fact]
    public async Task What_is_public_is_shown_without_anything()
    {
        Assert.Equal(200, (await AskAsync(_routes.StatementsAsync, "GET", "/statements")).StatusCode);
        Assert.Equal(200, (await AskAsync(_routes.StatementsAsync, "GET", "/statements/feed.atom")).StatusCode);
        Assert.Equal(200, (await AskAsync(_routes.StyleAsync, "GET", "/style.css")).StatusCode);
        Assert.Equal(200, (await AskAsync(_routes.RobotsAsync, "GET", "/robots.txt")).StatusCode);
        Assert.Equal(200, (await AskAsync(_routes.HealthAsync, "GET", "/health")).StatusCode);
    }

    [Fact]
    public async Task A_forged_link_and_a_push_without_its_key_are_refused()
    {
        Assert.InRange((await AskAsync(_routes.LinkAsync, "GET", "/l/forged")).StatusCode, 400, 499);
        Assert.InRange((await AskAsync(_routes.MentionsAsync, "POST", "/mentions")).StatusCode, 400, 499);
    }

    private static async Task<HttpResponse> AskAsync(Func<HttpRequest, DurableTaskClient, CancellationToken, Task<IResult>> function, string method, string path)
    {
        var context = new DefaultHttpContext();
        (context.Request.Method, context.Request.Path) = (method, path);
        context.Response.Body = new MemoryStream();
        await (await function(context.Request, null!, CancellationToken.None)).ExecuteAsync(context);
        return context.Response;
    }
}
