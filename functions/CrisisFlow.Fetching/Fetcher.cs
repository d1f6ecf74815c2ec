using System.Net;
using System.Security.Authentication;
using CrisisFlow.Fetching.Guarding;

namespace CrisisFlow.Fetching;

/// <summary>
/// Fetches one document over the guarded way out: conditional, redirects re-checked, one unpacking, all limits. Never
/// throws for what a server does.
/// </summary>
public sealed class Fetcher : IDisposable
{
    private readonly GuardOptions _options;
    private readonly HttpMessageInvoker _http;

    public Fetcher(GuardOptions options)
    {
        _options = options;
        _http = new HttpMessageInvoker(GuardedHttp.CreateHandler(options));
    }

    /// <exception cref="OperationCanceledException">
    /// Only when <paramref name="cancellation"/> was cancelled by the caller.
    /// </exception>
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellation = default)
    {
        using var timeout = new CancellationTokenSource(_options.Total, _options.Clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        var shown = AddressGuard.Shown(request.Url);
        try
        {
            return await FollowAsync(request, both.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Timeout(shown, "was not there", _options.Total);
        }
        catch (GuardException refused)
        {
            return new FetchResult.Failed(refused.Reason, refused.Message);
        }
        catch (HttpRequestException error)
        {
            return Explain(error, shown);
        }
        catch (IOException)
        {
            return new FetchResult.Failed(FetchFailure.Connection, $"'{shown}' broke off.");
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<FetchResult> FollowAsync(FetchRequest request, CancellationToken cancellation)
    {
        var url = request.Url;
        Uri? moved = null;
        var permanent = true;
        for (var hop = 0; ; hop++)
        {
            using var message = FetchMessages.Create(request, url);
            using var response = await SendAsync(message, cancellation);
            if (response is null)
                return Timeout(AddressGuard.Shown(url), "sent no headers", _options.Headers);
            if (!FetchMessages.IsRedirect(response.StatusCode))
                return (await AnswerAsync(request, response, url, cancellation)) with { MovedTo = moved };

            var (next, refused) = FetchMessages.Next(response, url);
            if (refused is not null)
                return refused;
            if (hop == _options.Redirects)
                return new FetchResult.Failed(
                    FetchFailure.Redirect,
                    $"'{AddressGuard.Shown(request.Url)}' redirects more than {_options.Redirects} times."
                );
            permanent &= response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
            if (permanent)
                moved = next;
            url = next!;
        }
    }

    /// <summary>Null when the headers did not come in time.</summary>
    private async Task<HttpResponseMessage?> SendAsync(HttpRequestMessage message, CancellationToken cancellation)
    {
        using var headers = new CancellationTokenSource(_options.Headers, _options.Clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, headers.Token);
        try
        {
            return await _http.SendAsync(message, both.Token);
        }
        catch (OperationCanceledException)
            when (headers.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<FetchResult> AnswerAsync(
        FetchRequest request,
        HttpResponseMessage response,
        Uri url,
        CancellationToken cancellation
    )
    {
        var shown = AddressGuard.Shown(url);
        if (response.StatusCode == HttpStatusCode.NotModified)
            return request.ETag is null && request.LastModified is null
                ? new FetchResult.Failed(
                    FetchFailure.Protocol,
                    $"'{shown}' answered 304 to a request without conditions.",
                    304
                )
                : new FetchResult.NotModified();
        if (!response.IsSuccessStatusCode)
            return FetchMessages.Status(response, shown, _options.Clock.GetUtcNow());
        var (body, cutShort, failed) = await BodyReader.ReadAsync(response, shown, _options, cancellation);
        if (failed is not null)
            return failed;
        return new FetchResult.Fetched(
            body!,
            url,
            FetchMessages.Header(response.Content.Headers, "Content-Type"),
            cutShort is null ? FetchMessages.Header(response.Headers, "ETag") : null,
            cutShort is null ? FetchMessages.Header(response.Content.Headers, "Last-Modified") : null,
            cutShort
        );
    }

    private static FetchResult.Failed Timeout(string shown, string what, TimeSpan limit) =>
        new(
            FetchFailure.Timeout,
            $"'{shown}' {what} within "
                + $"{limit.TotalSeconds.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)} s."
        );

    private static FetchResult.Failed Explain(HttpRequestException error, string shown)
    {
        for (Exception? inner = error; inner is not null; inner = inner.InnerException)
        {
            if (inner is GuardException refused)
                return new(refused.Reason, refused.Message);
            if (inner is AuthenticationException)
                return new(FetchFailure.Tls, $"'{shown}' has no acceptable certificate or encryption.");
        }

        return error.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => new(FetchFailure.Name, $"Host of '{shown}' could not be resolved."),
            HttpRequestError.SecureConnectionError => new(
                FetchFailure.Tls,
                $"'{shown}' has no acceptable certificate or encryption."
            ),
            HttpRequestError.ConnectionError => new(FetchFailure.Connection, $"'{shown}' gave no connection."),
            HttpRequestError.ResponseEnded => new(
                FetchFailure.Connection,
                $"'{shown}' closed the connection before it answered."
            ),
            // A reset connection has no error code of its own.
            HttpRequestError.Unknown when error.InnerException is IOException => new(
                FetchFailure.Connection,
                $"'{shown}' broke the connection off before it answered."
            ),
            HttpRequestError.ConfigurationLimitExceeded => new(
                FetchFailure.Protocol,
                $"'{shown}' sent more than 64 KiB of headers."
            ),
            _ => new(
                FetchFailure.Protocol,
                $"'{shown}' answered with something that is not proper HTTP ({error.HttpRequestError})."
            ),
        };
    }
}
