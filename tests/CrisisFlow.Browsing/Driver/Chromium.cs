using Microsoft.Playwright;

namespace CrisisFlow.Browsing.Driver;

/// <summary>
/// The machine's own Chromium; nothing is downloaded. Where there is none, the tests that need it are skipped with the
/// reason.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ];

    private static readonly string[] Arguments =
    [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ];

    private IPlaywright? _driver;
    private IBrowser? _browser;
    private string _missing = "";

    public async ValueTask InitializeAsync()
    {
        var named = Environment.GetEnvironmentVariable("CRISISFLOW_CHROMIUM");
        if ((named is { Length: > 0 } ? [named] : Places).FirstOrDefault(File.Exists) is not { } executable)
        {
            _missing =
                $"No Chromium at {(named is { Length: > 0 } ? named : string.Join(", ", Places))}. On Debian: "
                + "apt-get install chromium. Elsewhere name one in CRISISFLOW_CHROMIUM.";
            return;
        }

        _driver = await Playwright.CreateAsync();
        _browser = await _driver.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = executable,
                Args = Arguments,
                Timeout = 60_000,
            }
        );
    }

    /// <summary>A phone 360 pixels wide, as narrow as they come.</summary>
    /// <param name="scripts">False = a browser that runs none, which is enough for everything.</param>
    internal async Task<Phone> PhoneAsync(Uri site, string language = "zh-CN", bool scripts = false)
    {
        Assert.SkipWhen(_browser is null, _missing);
        var context = await _browser!.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = 360, Height = 740 },
                JavaScriptEnabled = scripts,
                Locale = language,
                HasTouch = true,
                IsMobile = true,
            }
        );
        return await Phone.OpenAsync(context, site);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _driver?.Dispose();
    }
}
