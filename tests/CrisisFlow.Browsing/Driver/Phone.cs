using Microsoft.Playwright;

namespace CrisisFlow.Browsing.Driver;

/// <summary>Somebody's phone: goes to pages, fills in, taps; and looks at every page it comes to.</summary>
internal sealed class Phone : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _problems = [];

    private Phone(IBrowserContext context, IPage page, Uri site)
    {
        (_context, Page, Site) = (context, page, site);
        context.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: not ("data" or "about") } asked && asked.Authority != site.Authority)
                _problems.Add($"asks {request.Url}");
        };
        page.Dialog += (_, dialog) => _problems.Add($"a script ran and says: {dialog.Message}");
        page.PageError += (_, error) => _problems.Add($"a script failed: {error}");
        page.Console += (_, line) =>
        {
            // That a refusal has its status is no fault of the page that tells it.
            if (
                line.Type is "error" or "warning"
                && !line.Text.Contains("the server responded with a status of 4", StringComparison.Ordinal)
            )
                _problems.Add($"the console says: {line.Text}");
        };
    }

    public IPage Page { get; }

    public Uri Site { get; }

    public int Status { get; private set; }

    public static async Task<Phone> OpenAsync(IBrowserContext context, Uri site) =>
        new(context, await context.NewPageAsync(), site);

    /// <summary>Opens an address and looks at the page.</summary>
    public async Task GoAsync(string address)
    {
        var answer = await Page.GotoAsync(new Uri(Site, address).ToString());
        Status = answer?.Status ?? 0;
        await LookAsync();
    }

    public Task FillAsync(string name, string text) => Page.FillAsync($"[name=\"{name}\"]", text);

    public Task TickAsync(string name, string? value = null) =>
        Page.CheckAsync(value is null ? $"[name=\"{name}\"]" : $"[name=\"{name}\"][value=\"{value}\"]");

    /// <summary>Taps a button or a link and looks at the page it leads to.</summary>
    public async Task TapAsync(string selector)
    {
        var answer = await Page.RunAndWaitForResponseAsync(
            () => Page.ClickAsync(selector),
            response => response.Request.IsNavigationRequest
        );
        Status = answer.Status;
        await LoadedAsync();
        await LookAsync();
    }

    private async Task LoadedAsync()
    {
        try
        {
            await Page.WaitForLoadStateAsync(LoadState.Load, new() { Timeout = 5_000 });
        }
        catch (TimeoutException)
        {
            // The event can slip by between the driver's look at the state and its wait; a second look finds the page
            // loaded.
            await Page.WaitForLoadStateAsync();
        }
    }

    /// <summary>Everything a page must be, by day and by night.</summary>
    public async Task LookAsync()
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var problem in await Page.EvaluateAsync<string[]>(Look.Script))
                _problems.Add($"{scheme}: {problem}");
        }

        ShouldBeFine();
    }

    public async Task<string> TextAsync() => await Page.InnerTextAsync("body");

    public async Task ShouldSayAsync(string text) => Assert.Contains(text, await TextAsync(), StringComparison.Ordinal);

    public void ShouldBeFine() =>
        Assert.True(_problems.Count == 0, $"{Page.Url}\n{string.Join('\n', _problems.Distinct())}");

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
