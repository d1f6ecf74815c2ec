using System.Text;

namespace CrisisFlow.Scenarios.Driver;

/// <summary>Asks for pages over real HTTP: no script, no cookies, no redirects.</summary>
internal sealed class Browser(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
    {
        BaseAddress = address,
        Timeout = TimeSpan.FromSeconds(30),
    };

    public Task<Page> GetAsync(string path, string? language = null) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, path), language);

    public Task<Page> HeadAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Head, path), null);

    public Task<Page> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) }, null);

    /// <summary>What a platform pushes.</summary>
    public Task<Page> PushAsync(
        string json,
        string? key = null,
        string query = "",
        params (string Name, string Value)[] headers
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/mentions" + query)
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        if (key is not null)
            request.Headers.Add("X-Api-Key", key);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return SendAsync(request, null);
    }

    public void Dispose() => _http.Dispose();

    private async Task<Page> SendAsync(HttpRequestMessage request, string? language)
    {
        if (language is not null)
            request.Headers.Add("Accept-Language", language);
        var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return new Page(
            this,
            request.RequestUri!.OriginalString,
            answer.StatusCode,
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            answer
        );
    }
}
