using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CrisisFlow.Azure.Tests.Durable;

/// <summary>
/// Performs activities for Durable hosts in other processes, each by the story that its case id names.
/// </summary>
internal sealed class ActivityServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ActivityServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public ConcurrentDictionary<string, DurableStory> Stories { get; } = new();

    public Uri Address => new(_app.Urls.Single());

    public static async Task<ActivityServer> StartAsync()
    {
        var server = new ActivityServer();
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        try
        {
            using var input = await JsonDocument.ParseAsync(
                context.Request.Body,
                cancellationToken: context.RequestAborted
            );
            var story = Stories[StoryClient.StoryOf(input.RootElement.GetProperty("CaseId").GetString()!)];
            await context.Response.WriteAsync(
                await story.CallAsync(context.Request.Path.Value!.Trim('/'), input.RootElement, context.RequestAborted)
            );
        }
        catch (Exception failed) when (!context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = 500;
            await context.Response.WriteAsync($"{failed.GetType().FullName}: {failed.Message}");
        }
    }
}
