using CrisisFlow.Fetching.Guarding;
using CrisisFlow.Testing.Feeds;

namespace CrisisFlow.Fetching.Tests;

public sealed class RedirectsAreChecked : FetchFixture
{
    [Fact(Timeout = 120_000)]
    public async Task Five_hops_are_followed_and_six_are_not()
    {
        for (var hop = 0; hop < 6; hop++)
            Redirect($"/{hop}", $"/{hop + 1}");
        Server.Answer("/6", "there");
        Assert.Equal("there", Text(await FetchAsync("/1")));
        Fails(FetchFailure.Redirect, $"'{Server.Url("/0")}' redirects more than 5 times.", await FetchAsync("/0"));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_circle_ends_at_the_limit()
    {
        Redirect("/round", "/round");
        Fails(
            FetchFailure.Redirect,
            $"'{Server.Url("/round")}' redirects more than 5 times.",
            await FetchAsync("/round")
        );
        Assert.Equal(6, Server.Requests.Count);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(
        "http://10.0.0.1/",
        FetchFailure.NotPublic,
        "Address 'http://10.0.0.1/' is not on the public internet; fetch.allowHosts does not name '10.0.0.1'."
    )]
    [InlineData(
        "http://169.254.169.254/latest/meta-data/",
        FetchFailure.NotPublic,
        "Address 'http://169.254.169.254/latest/meta-data/' is not on the public internet; fetch.allowHosts does "
            + "not name '169.254.169.254'."
    )]
    [InlineData(
        "file:///etc/passwd",
        FetchFailure.Scheme,
        "Address 'file:///etc/passwd' has the scheme 'file'; only http and https are fetched."
    )]
    [InlineData(
        "gopher://example.com/",
        FetchFailure.Scheme,
        "Address 'gopher://example.com/' has the scheme 'gopher'; only http and https are fetched."
    )]
    [InlineData(
        "http://user:pass@example.com/",
        FetchFailure.UserInfo,
        "Address 'http://example.com/' carries a user or password; give it as a header instead."
    )]
    [InlineData(
        "http://example.com:6379/",
        FetchFailure.Port,
        "Address 'http://example.com:6379/' has port 6379; only 80 and 443 are allowed unless fetch.allowHosts names "
            + "'example.com:6379'."
    )]
    public async Task Every_hop_is_checked_like_the_first(string target, FetchFailure reason, string message)
    {
        Redirect("/feed", target);
        Fails(reason, message, await FetchAsync("/feed"));
        Assert.Single(Server.Requests);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_redirect_without_an_address_is_a_failure()
    {
        Server.Status("/none", 302);
        Fails(
            FetchFailure.Redirect,
            $"'{Server.Url("/none")}' redirects without saying where.",
            await FetchAsync("/none")
        );
        Redirect("/long", "/" + new string('a', 10_000));
        Fails(
            FetchFailure.Redirect,
            $"'{Server.Url("/long")}' redirects to an address of 10001 characters; the limit is 2083.",
            await FetchAsync("/long")
        );
        Redirect("/slash", "\\\\10.0.0.1\\");
        Fails(
            FetchFailure.Redirect,
            $"'{Server.Url("/slash")}' redirects to something that is no address.",
            await FetchAsync("/slash")
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task A_key_is_not_sent_to_another_host()
    {
        await using var other = new FaultServer();
        other.Answer("/there", "there");
        Redirect("/feed", other.Url("/there").AbsoluteUri);
        var result = await FetchAsync(
            Server.Url("/feed"),
            new GuardOptions { AllowHosts = [Server.AllowHost, other.AllowHost] },
            new Dictionary<string, string> { ["X-Api-Key"] = "secret" }
        );
        Assert.Equal("there", Text(result));
        Assert.Equal("secret", Assert.Single(Server.Requests).Headers["X-Api-Key"]);
        Assert.DoesNotContain("X-Api-Key", Assert.Single(other.Requests).Headers.Keys);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(301, true)]
    [InlineData(308, true)]
    [InlineData(302, false)]
    [InlineData(307, false)]
    public async Task Only_a_permanent_redirect_says_where_the_source_has_moved(int status, bool permanent)
    {
        Server.Status("/old", status, ("Location", "/new"));
        Server.Answer("/new", "there");
        var result = await FetchAsync("/old");
        Assert.Equal(permanent ? Server.Url("/new") : null, result.MovedTo);
    }

    [Fact]
    public void A_redirect_from_https_to_http_is_refused()
    {
        using var response = new HttpResponseMessage(System.Net.HttpStatusCode.Found);
        response.Headers.Location = new Uri("http://example.com/feed");
        var (next, refused) = FetchMessages.Next(response, new Uri("https://example.com/feed"));
        Assert.Null(next);
        Assert.Equal(
            (FetchFailure.Downgrade, "'https://example.com/feed' redirects from https to http, which is refused."),
            (refused!.Reason, refused.Message)
        );
    }

    private void Redirect(string from, string to) => Server.Status(from, 302, ("Location", to));
}
