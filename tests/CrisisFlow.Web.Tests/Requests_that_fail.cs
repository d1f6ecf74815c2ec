using CrisisFlow.Storage;
using CrisisFlow.Web.Tests.Desk;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CrisisFlow.Web.Tests;

/// <summary>
/// The outer edge: whatever goes wrong, the answer is plain and private, and the log says it once and names no token.
/// </summary>
public sealed class Requests_that_fail
{
    private readonly List<string> _log = [];

    [Fact(Timeout = 120_000)]
    public async Task A_bug_is_a_plain_500_and_one_line_without_the_token()
    {
        var context = await FailAsync(new InvalidOperationException("A bug."));
        Assert.Equal(
            (500, "no-store"),
            (context.Response.StatusCode, context.Response.Headers.CacheControl.ToString())
        );
        Assert.DoesNotContain("bug", Body(context));
        Assert.Equal(["A request to /l/… failed"], _log);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_request_that_cannot_be_read_is_answered_with_its_own_status_and_is_no_line_in_the_log()
    {
        Assert.Equal(413, (await FailAsync(new BadHttpRequestException("Too long.", 413))).Response.StatusCode);
        Assert.Empty(_log);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_caller_who_has_left_is_no_failure()
    {
        var left = new CancellationToken(canceled: true);
        Assert.Equal(200, (await FailAsync(new OperationCanceledException(left), left)).Response.StatusCode);
        Assert.Empty(_log);
    }

    [Fact(Timeout = 120_000)]
    public async Task Headers_of_the_page_that_failed_do_not_stay()
    {
        var context = await FailAsync(
            new StoreUnavailableException("busy"),
            before: response => response.Headers.CacheControl = "public"
        );
        Assert.Equal(
            (503, "10", "no-store"),
            (
                context.Response.StatusCode,
                context.Response.Headers.RetryAfter.ToString(),
                context.Response.Headers.CacheControl.ToString()
            )
        );
    }

    private async Task<HttpContext> FailAsync(
        Exception failure,
        CancellationToken aborted = default,
        Action<HttpResponse>? before = null
    )
    {
        await using var desk = new SiteDesk();
        var failures = new Failures(
            context =>
            {
                before?.Invoke(context.Response);
                return Task.FromException(failure);
            },
            desk.Get<Viewers>(),
            new LoggerFactory([new ListLogger(_log)]).CreateLogger<Failures>()
        );
        var context = new DefaultHttpContext { RequestAborted = aborted, RequestServices = desk.Services };
        (context.Request.Path, context.Response.Body) = ("/l/s3cr3t", new MemoryStream());
        await failures.InvokeAsync(context);
        return context;
    }

    private static string Body(HttpContext context) =>
        System.Text.Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray());
}
