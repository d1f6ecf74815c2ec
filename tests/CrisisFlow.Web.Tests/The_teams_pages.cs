using CrisisFlow.Core.Mentions;
using CrisisFlow.Mail;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Monitoring.Polling.Health;
using CrisisFlow.Warnings;
using CrisisFlow.Web.Tests.Desk;

namespace CrisisFlow.Web.Tests;

public sealed class The_teams_pages
{
    [Theory(Timeout = 120_000)]
    [InlineData("/")]
    [InlineData("/cases")]
    [InlineData("/cases/case-qingtian-1")]
    [InlineData("/cases/case-qingtian-1/report")]
    [InlineData("/warnings")]
    [InlineData("/warnings/qingtian")]
    [InlineData("/topics/qingtian")]
    [InlineData("/learning")]
    [InlineData("/sources")]
    [InlineData("/silences")]
    [InlineData("/talk-track/case-qingtian-1")]
    [InlineData("/outbox")]
    public async Task The_teams_pages_are_shown_only_to_whoever_the_host_admitted(string path)
    {
        var folder = Directory.CreateTempSubdirectory("crisisflow-outbox").FullName;
        await using var desk = await SiteDesk.OpenAsync(outbox: folder).FilledAsync();
        Assert.Equal(200, (await desk.GetAsync(path, trusted: true)).Status);
        Assert.Equal(200, (await desk.GetAsync(path, trusted: true, method: "HEAD")).Status);
        var refused = await desk.GetAsync(path);
        Assert.Equal(403, refused.Status);
        Assert.DoesNotContain("晴天", refused.Text);
        Directory.Delete(folder);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("/cases/other", 404)]
    [InlineData("/cases/..%2f", 400)]
    [InlineData("/cases/../silences", 400)]
    [InlineData("/cases/a;b", 400)]
    [InlineData("/cases/a\\b", 400)]
    [InlineData("/cases/a\0b", 400)]
    [InlineData("//evil.example/", 400)]
    [InlineData("/cases/UPPER", 404)]
    [InlineData("/cases/a#b", 404)]
    [InlineData("/warnings/nothing", 404)]
    [InlineData("/topics/nothing", 404)]
    [InlineData("/statements/nothing", 404)]
    [InlineData("/wp-login.php", 404)]
    [InlineData("/cases?a=1&a=2", 400)]
    [InlineData("/cases?a=%zz", 400)]
    public async Task The_teams_pages_answer_a_path_that_is_no_page_plainly(string path, int status)
    {
        await using var desk = await SiteDesk.OpenAsync().FilledAsync();
        Assert.Equal(status, (await desk.RawAsync(path)).Status);
    }

    [Fact(Timeout = 120_000)]
    public async Task The_teams_pages_speak_the_language_that_is_asked_for()
    {
        await using var desk = new SiteDesk();
        Assert.Contains("<html lang=\"zh-CN\">", (await desk.GetAsync("/cases", true)).Text);
        Assert.Contains(
            "<html lang=\"en\">",
            (await desk.GetAsync("/cases", true, language: "fr, en-GB;q=0.8, zh;q=0.2")).Text
        );
        Assert.Contains("<html lang=\"zh-CN\">", (await desk.GetAsync("/cases?lang=zh", true, language: "en")).Text);
    }

    [Fact(Timeout = 120_000)]
    public async Task The_teams_pages_begin_a_silence_with_author_reason_and_end()
    {
        await using var desk = await SiteDesk.OpenAsync();
        var answer = await desk.PostBodyAsync(
            "/silences",
            $"seal={desk.Signer.FormSeal("form:/silences")}&action=begin&topic=qingtian&by=Ann&why=launch+day&hours=4",
            trusted: true
        );
        Assert.Equal(303, answer.Status);
        Assert.Equal("/silences", answer.Headers["Location"]);
        var silence = Assert.IsType<WarningEvent.SilenceBegan>(Assert.Single(await EventsAsync(desk)));
        Assert.Equal(
            ("Ann", "launch day", desk.Clock.GetUtcNow().AddHours(4)),
            (silence.By, silence.Why, silence.Until)
        );
    }

    [Theory(Timeout = 120_000)]
    [InlineData("action=begin&topic=qingtian&by=&why=x&hours=4", 422)]
    [InlineData("action=begin&topic=qingtian&by=Ann&why=&hours=4", 422)]
    [InlineData("action=begin&topic=qingtian&by=Ann&why=x&hours=0", 422)]
    [InlineData("action=begin&topic=qingtian&by=Ann&why=x&hours=9999", 422)]
    [InlineData("action=begin&topic=qingtian&by=Ann&why=x&hours=NaN", 422)]
    [InlineData("action=begin&topic=other&by=Ann&why=x&hours=4", 422)]
    public async Task The_teams_pages_refuse_a_silence_without_author_reason_and_end(string form, int status)
    {
        await using var desk = await SiteDesk.OpenAsync();
        Assert.Equal(
            status,
            (
                await desk.PostBodyAsync(
                    "/silences",
                    $"seal={desk.Signer.FormSeal("form:/silences")}&{form}",
                    trusted: true
                )
            ).Status
        );
        Assert.Empty(await EventsAsync(desk));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("", null, true)]
    [InlineData("seal=x&", null, true)]
    [InlineData(null, "cross-site", true)]
    [InlineData(null, null, false)]
    public async Task The_teams_pages_take_no_silence_from_another_site_or_a_stranger(
        string? seal,
        string? fetchSite,
        bool trusted
    )
    {
        await using var desk = await SiteDesk.OpenAsync();
        seal ??= $"seal={desk.Signer.FormSeal("form:/silences")}&";
        var form = seal + "action=begin&topic=qingtian&by=Ann&why=x&hours=4";
        Assert.Equal(403, (await desk.PostBodyAsync("/silences", form, fetchSite: fetchSite, trusted: trusted)).Status);
        Assert.Empty(await EventsAsync(desk));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("", null, true, 403)]
    [InlineData("seal=x&", null, true, 403)]
    [InlineData(null, "cross-site", true, 403)]
    [InlineData(null, null, false, 403)]
    [InlineData(null, null, true, 303)]
    public async Task The_teams_pages_dismiss_a_warning_only_for_the_team_and_from_their_own_form(
        string? seal,
        string? fetchSite,
        bool trusted,
        int status
    )
    {
        await using var desk = await SiteDesk.OpenAsync().FilledAsync();
        seal ??= $"seal={desk.Signer.FormSeal("form:/warnings/qingtian")}&";
        var form = seal + "action=dismiss&warning=qingtian.0001&level=Orange&by=Ann&why=a+rehearsal";
        var answer = await desk.PostBodyAsync("/warnings/qingtian", form, fetchSite: fetchSite, trusted: trusted);
        Assert.Equal(status, answer.Status);
        var dismissed = (await EventsAsync(desk)).OfType<WarningEvent.Cleared>().Any(e => e.Why == "a rehearsal");
        Assert.Equal(status == 303, dismissed);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("warning=qingtian.0001&level=Orange&by=&why=x", 422)]
    [InlineData("warning=qingtian.0001&level=Orange&by=Ann&why=", 422)]
    [InlineData("warning=qingtian.0001&level=Yellow&by=Ann&why=x", 409)]
    [InlineData("warning=qingtian.0001&level=&by=Ann&why=x", 409)]
    [InlineData("warning=qingtian.0000&level=Orange&by=Ann&why=x", 409)]
    [InlineData("warning=qingtian.9999&level=Orange&by=Ann&why=x", 409)]
    [InlineData("warning=../head&level=Orange&by=Ann&why=x", 409)]
    public async Task The_teams_pages_refuse_a_dismissal_that_names_nobody_no_reason_or_no_such_warning(
        string form,
        int status
    )
    {
        await using var desk = await SiteDesk.OpenAsync().FilledAsync();
        var before = await EventsAsync(desk);
        var answer = await desk.PostBodyAsync(
            "/warnings/qingtian",
            $"seal={desk.Signer.FormSeal("form:/warnings/qingtian")}&action=dismiss&{form}",
            trusted: true
        );
        Assert.Equal(status, answer.Status);
        Assert.Equal(before.Count, (await EventsAsync(desk)).Count);
    }

    [Fact(Timeout = 120_000)]
    public async Task The_teams_pages_show_a_mail_of_the_outbox_in_a_frame_that_runs_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("crisisflow-outbox").FullName;
        await using var desk = await SiteDesk.OpenAsync(outbox: folder);
        File.WriteAllBytes(Path.Combine(folder, "one.eml"), Eml.Write(desk.Mailbox[0], desk.Clock.GetUtcNow()));
        Assert.Contains("请研判", (await desk.GetAsync("/outbox", true)).Text);
        Assert.Contains("src=\"/outbox/one.eml/html\"", (await desk.GetAsync("/outbox/one.eml", true)).Text);
        var policy = (await desk.GetAsync("/outbox/one.eml/html", true)).Headers["Content-Security-Policy"];
        Assert.StartsWith("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'", policy);
        Assert.Contains("sandbox", policy);
        foreach (var name in (string[])["../one.eml", "one.eml.part", "two.eml", "..", "a/b.eml"])
            Assert.InRange((await desk.RawAsync("/outbox/" + name)).Status, 400, 404);
        Directory.Delete(folder, true);
    }

    [Fact(Timeout = 120_000)]
    public async Task Are_not_there_when_the_host_has_no_outbox()
    {
        await using var desk = new SiteDesk();
        Assert.Equal(404, (await desk.GetAsync("/outbox", true)).Status);
    }

    [Fact(Timeout = 120_000)]
    public async Task The_teams_pages_say_so_when_the_store_cannot_answer()
    {
        await using var desk = new SiteDesk(without: SourceHealthStore.Table);
        var answer = await desk.GetAsync("/sources?lang=en", true);
        Assert.Equal((503, "10"), (answer.Status, answer.Headers["Retry-After"]));
        Assert.Contains("Nothing was changed; try again in a few seconds.", answer.Text);
    }

    [Fact(Timeout = 120_000)]
    public async Task The_teams_pages_keep_their_links_below_the_path_of_the_sites_address()
    {
        var settings = SampleCase.Settings();
        settings.Site.BaseUrl = new Uri("https://crisis.qingtian.example/flow/");
        await using var desk = new SiteDesk(settings);
        // A proxy may cut the path off, or not.
        foreach (var path in (string[])["/cases", "/flow/cases"])
        {
            var page = (await desk.GetAsync(path, true)).Text;
            Assert.Contains("href=\"/flow/style.css\"", page);
            Assert.Contains("href=\"/flow/warnings\"", page);
            Assert.Contains("href=\"/flow/cases?lang=en\"", page);
            Assert.DoesNotContain("href=\"/cases", page);
        }
    }

    private static Task<List<WarningEvent>> EventsAsync(SiteDesk desk) =>
        desk.Get<WarningJournal>()
            .EventsAsync(new TopicId("qingtian"), 10)
            .Select(one => one.Event)
            .ToListAsync()
            .AsTask();
}
