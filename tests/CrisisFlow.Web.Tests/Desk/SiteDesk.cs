using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Mail;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Presentation.Mails;
using CrisisFlow.Response.Actions;
using CrisisFlow.Response.Channels;
using CrisisFlow.Response.Engine;
using CrisisFlow.Settings;
using CrisisFlow.Testing.Cases;
using CrisisFlow.Testing.Clock;
using CrisisFlow.Testing.Stores;

namespace CrisisFlow.Web.Tests.Desk;

/// <summary>The whole site over a store in memory, a case that really runs, and a mailbox.</summary>
internal sealed partial class SiteDesk : IMailTransport
{
    public readonly ManualClock Clock = new(SampleCase.Start);
    public readonly MemoryEntityStore Store = new();
    public readonly LinkSigner Signer = new(new LinkKeys(new byte[32]));
    public readonly List<MailMessage> Mailbox = [];
    public readonly List<string> Log = [];
    public readonly Site Site;
    public readonly CaseSignals Signals;
    public readonly CaseJournal Journal;

    private readonly CaseRunner _runner;

    public SiteDesk(Func<SiteParts, SiteParts>? change = null, CrisisFlowSettings? settings = null)
    {
        settings ??= SampleCase.Settings();
        Store.CreateTablesAsync([.. CaseTables.All, .. ChannelSet.Tables]).Wait();
        Signals = new CaseSignals(Store);
        Journal = new CaseJournal(Store);
        var pages = new OwnPages(new StatementStore(Store), settings.Site);
        IReadOnlyList<ICaseActionPerformer> performers =
        [
            new CaseMailSender(this, this, new CaseMails(new MailLinks(Signer, settings), settings), settings),
            new StatementPublisher(new Dictionary<string, ChannelPublisher>
            {
                [Channel.StatementPage] = pages.PublishStatementAsync, [Channel.TalkTrack] = pages.PublishTalkTrackAsync,
            }),
            new FixedMeasurements(before: new(240, 170, 52), after: new(120, 40, 24)),
        ];
        _runner = new CaseRunner(new CaseStep(Store), new CaseActionRunner(Store, performers, ActionClaim.None), new CaseSweep(Store), Clock);
        var parts = new SiteParts
        {
            Settings = settings,
            Time = Clock,
            Store = Store,
            Links = Signer,
            Journal = Journal,
            Signals = Signals,
            Cases = _runner,
            Logger = new ListLogger(Log),
        };
        Site = new Site(change?.Invoke(parts) ?? parts);
    }

    /// <summary>A desk with the sample case opened and its first mails sent.</summary>
    public static async Task<SiteDesk> OpenAsync(CaseSubject? subject = null, Quorum? quorum = null, Func<SiteParts, SiteParts>? change = null, CrisisFlowSettings? settings = null, Playbook? playbook = null)
    {
        var desk = new SiteDesk(change, settings);
        await desk.Signals.RaiseAsync(SampleCase.Id, "open", new CaseCommand.OpenCase(SampleCase.Start, SampleCase.Id, subject ?? SampleCase.Subject(), playbook ?? SampleCase.Playbook(quorum), SampleCase.Roster), null);
        await desk.RunAsync();
        return desk;
    }

    public Task<Delivery> SendAsync(MailMessage mail, CancellationToken cancellation = default)
    {
        Mailbox.Add(mail);
        return Task.FromResult<Delivery>(new Delivery.Delivered(mail.Id));
    }

    public Task RunAsync() => _runner.RunAsync(SampleCase.Id);

    public async Task ForwardAsync(TimeSpan by)
    {
        Clock.Advance(by);
        await _runner.SweepAsync();
    }

    public async Task<CaseRecord> CaseAsync() => await Journal.ReadAsync(SampleCase.Id) ?? throw new InvalidOperationException("The case is not there.");

    /// <summary>Path of the link in the last mail to a person that asks something (or of the case link when it asks nothing).</summary>
    public string LinkFor(Person person) => MyLink().Matches(Mailbox.Last(mail => mail.To.Address == person.Email).Text)[0].Groups[1].Value;

    public string TokenFor(Person person) => LinkFor(person)["/l/".Length..];

    public Task<SiteResponse> GetAsync(string path, bool trusted = false, string method = "GET", string? language = null) =>
        Site.HandleAsync(new SiteRequest(method, path.Split('?')[0], path.Contains('?') ? path[path.IndexOf('?')..] : "") { Caller = "caller", IsTrusted = trusted, AcceptLanguage = language });

    public async Task<SiteResponse> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var page = Text(await GetAsync(path));
        return await PostWithAsync(path, Seal().Match(page).Groups[1].Value, fields);
    }

    public Task<SiteResponse> PostWithAsync(string path, string? seal, params (string Name, string Value)[] fields)
    {
        var all = seal is null ? fields : [("seal", seal), .. fields];
        return PostBodyAsync(path, string.Join('&', all.Select(field => WebUtility.UrlEncode(field.Item1) + "=" + WebUtility.UrlEncode(field.Item2))));
    }

    public Task<SiteResponse> PostBodyAsync(string path, string body, string type = "application/x-www-form-urlencoded", string? fetchSite = null, bool trusted = false) =>
        Site.HandleAsync(new SiteRequest("POST", path) { Body = new MemoryStream(Encoding.UTF8.GetBytes(body)), ContentType = type, FetchSite = fetchSite, Caller = "caller", IsTrusted = trusted });

    public static string Text(SiteResponse response) => Encoding.UTF8.GetString(response.Body);

    public string SealOf(string path) => Signer.FormSeal(path["/l/".Length..]);

    [GeneratedRegex("https://crisis\\.qingtian\\.example(/l/[A-Za-z0-9_-]+)")]
    private static partial Regex MyLink();

    [GeneratedRegex("name=\"seal\" value=\"([^\"]+)\"")]
    private static partial Regex Seal();
}
