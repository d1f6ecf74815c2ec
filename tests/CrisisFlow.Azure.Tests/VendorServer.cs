using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CrisisFlow.Azure.Tests;

/// <summary>A vendor on this machine: records what it is asked and answers what the test says.</summary>
internal sealed class VendorServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _answers = new();

    private VendorServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public ConcurrentQueue<Asked> Requests { get; } = new();

    public string Address => _app.Urls.Single();

    public static async Task<VendorServer> StartAsync()
    {
        var server = new VendorServer();
        await server._app.StartAsync();
        return server;
    }

    public VendorServer Then(int status, string body = "", params (string Name, string Value)[] headers)
    {
        _answers.Enqueue(async context =>
        {
            context.Response.StatusCode = status;
            foreach (var (name, value) in headers)
                context.Response.Headers.Append(name, value);
            await context.Response.WriteAsync(body);
        });
        return this;
    }

    /// <summary>Takes the request and never answers.</summary>
    public VendorServer ThenHang()
    {
        _answers.Enqueue(context =>
            Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default)
        );
        return this;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        Requests.Enqueue(
            new Asked(
                $"{context.Request.Method} {context.Request.Path}",
                context.Request.Headers.Authorization.ToString(),
                context.Request.ContentType ?? "",
                body
            )
        );
        if (_answers.TryDequeue(out var answer))
            await answer(context);
        // Nobody expected this request: the status is one that nobody takes for success, so that the test fails.
        else
            context.Response.StatusCode = 418;
    }
}

internal sealed record Asked(string Line, string Authorization, string ContentType, string Body);
