using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CrisisFlow.App.Composition;
using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Mail;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Response;
using CrisisFlow.Response.Actions;
using CrisisFlow.Response.Engine;
using CrisisFlow.Settings;
using CrisisFlow.Storage;
using CrisisFlow.Testing.Cases;
using CrisisFlow.Web.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CrisisFlow.Web.Tests.Desk;

/// <summary>
/// The whole site over real HTTP, a store in memory, a case that really runs, and a mailbox. Only effects are not
/// measured.
/// </summary>
internal sealed partial class SiteDesk : IMailTransport, IAsyncDisposable
{
    public const string Address = "https://crisis.qingtian.example";

    public readonly FakeTimeProvider Clock = new(SampleCase.Start);
    public readonly MemoryEntityStore Store = new();
    public readonly List<MailMessage> Mailbox = [];
    public readonly List<string> Log = [];

    private readonly WebApplication _web;
    private readonly HttpClient _http;

    /// <param name="outbox">Folder of the outbox; null = mail really goes out.</param>
    /// <param name="without">A table that is not there, so that the store cannot answer.</param>
    /// <param name="asleep">Cases do not run when somebody clicks: what was signalled waits.</param>
    public SiteDesk(
        CrisisFlowSettings? settings = null,
        string? outbox = null,
        string? without = null,
        bool asleep = false
    )
    {
        Settings = settings ?? SampleCase.Settings();
        // In memory; nothing to wait for.
        Store.CreateTablesAsync([.. StoredTables.All.Where(table => table != without)]).Wait();
        _web = Compose(outbox, asleep);
        _web.Run(Get<SitePipeline>().AnswerAsync);
        _web.Start();
        _http = _web.GetTestServer().CreateClient();
    }

    public CrisisFlowSettings Settings { get; }

    public LinkSigner Signer => Get<LinkSigner>();

    public CaseSignals Signals => Get<CaseSignals>();

    public CaseJournal Journal => Get<CaseJournal>();

    /// <summary>A desk with the sample case opened and its first mails sent.</summary>
    public static async Task<SiteDesk> OpenAsync(
        CaseSubject? subject = null,
        Quorum? quorum = null,
        CrisisFlowSettings? settings = null,
        Playbook? playbook = null,
        string? outbox = null,
        bool asleep = false
    )
    {
        var desk = new SiteDesk(settings, outbox, asleep: asleep);
        var opening = new CaseCommand.OpenCase(
            SampleCase.Start,
            SampleCase.Id,
            subject ?? SampleCase.Subject(),
            playbook ?? SampleCase.Playbook(quorum),
            SampleCase.Roster
        );
        await desk.Signals.RaiseAsync(SampleCase.Id, "open", opening, null);
        await desk.RunAsync();
        return desk;
    }

    public IServiceProvider Services => _web.Services;

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public Task<Delivery> SendAsync(MailMessage mail, CancellationToken cancellation = default)
    {
        Mailbox.Add(mail);
        return Task.FromResult<Delivery>(new Delivery.Delivered(mail.Id));
    }

    public Task RunAsync() => Get<CaseRunner>().RunAsync(SampleCase.Id);

    public async Task ForwardAsync(TimeSpan by)
    {
        Clock.Advance(by);
        await Get<CaseRunner>().SweepAsync();
    }

    public async Task<CaseRecord> CaseAsync() =>
        await Journal.ReadAsync(SampleCase.Id) ?? throw new InvalidOperationException("The case is not there.");

    /// <summary>
    /// Path of the link in the last mail to a person that asks something (or of the case link when it asks nothing).
    /// </summary>
    public string LinkFor(Person person) =>
        MyLink().Matches(Mailbox.Last(mail => mail.To.Address == person.Email).Text)[0].Groups[1].Value;

    public string TokenFor(Person person) => LinkFor(person)["/l/".Length..];

    public Task<Answer> GetAsync(
        string path,
        bool trusted = false,
        string method = "GET",
        string? language = null,
        bool https = false,
        string? etag = null
    )
    {
        var request = new HttpRequestMessage(
            new HttpMethod(method),
            (https ? "https" : "http") + "://crisis.qingtian.example" + path
        );
        if (trusted)
            request.Headers.Add(HeaderAdmission.Header, "yes");
        if (language is not null)
            request.Headers.Add("Accept-Language", language);
        if (etag is not null)
            request.Headers.Add("If-None-Match", etag);
        return SendAsync(request);
    }

    /// <summary>Asks for a path that no client would send as it is.</summary>
    /// <param name="path">Percent-decoded once, as a server hands it on.</param>
    public async Task<Answer> RawAsync(string path)
    {
        var parts = path.Split('?', 2);
        var context = await _web.GetTestServer()
            .SendAsync(request =>
            {
                (request.Request.Method, request.Request.Path) = ("GET", new PathString(parts[0]));
                request.Request.QueryString = new QueryString(parts.Length > 1 ? "?" + parts[1] : "");
                request.Request.Headers[HeaderAdmission.Header] = "yes";
            });
        using var reader = new StreamReader(context.Response.Body);
        return new Answer(context.Response.StatusCode, await reader.ReadToEndAsync(), new Dictionary<string, string>());
    }

    public async Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields) =>
        await PostWithAsync(path, Seal().Match((await GetAsync(path)).Text).Groups[1].Value, fields);

    public Task<Answer> PostWithAsync(string path, string? seal, params (string Name, string Value)[] fields)
    {
        var all = seal is null ? fields : [("seal", seal), .. fields];
        return PostBodyAsync(
            path,
            string.Join(
                '&',
                all.Select(field => WebUtility.UrlEncode(field.Item1) + "=" + WebUtility.UrlEncode(field.Item2))
            )
        );
    }

    public Task<Answer> PostBodyAsync(
        string path,
        string body,
        string type = "application/x-www-form-urlencoded",
        string? fetchSite = null,
        bool trusted = false
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Address + path)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (trusted)
            request.Headers.Add(HeaderAdmission.Header, "yes");
        if (fetchSite is not null)
            request.Headers.Add("Sec-Fetch-Site", fetchSite);
        return SendAsync(request);
    }

    public string SealOf(string path) => Signer.FormSeal(path["/l/".Length..]);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _web.DisposeAsync();
    }

    private async Task<Answer> SendAsync(HttpRequestMessage request) =>
        await Answer.ReadAsync(await _http.SendAsync(request));

    /// <summary>Takes nothing in when it is told.</summary>
    private sealed class SleepingHost : ICaseHost
    {
        public Task WakeAsync(CaseId caseId, CancellationToken cancellation = default) => Task.CompletedTask;
    }

    private WebApplication Compose(string? outbox, bool asleep)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddProvider(new ListLogger(Log)).AddFilter("Microsoft", LogLevel.Warning);
        builder
            .Services.AddCrisisFlow(Settings)
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IEntityStore>(Store)
            .AddSingleton(new LinkKeys(new byte[32]))
            .AddSingleton<IReadOnlyList<Playbook>>([SampleCase.Playbook()])
            .AddSingleton<ITeamAdmission, HeaderAdmission>()
            .AddSingleton(new OutboxFolder(outbox))
            .AddKeyedSingleton<IMailTransport>(MailTransports.Outside, this)
            .AddKeyedSingleton<IMailTransport>(MailTransports.Drill, this);
        builder.Services.Remove(
            builder.Services.Single(service => service.ImplementationType == typeof(EffectMeasurer))
        );
        builder.Services.AddSingleton<ICaseActionPerformer>(
            new FixedMeasurements(before: new(240, 170, 52), after: new(120, 40, 24))
        );
        if (asleep)
            builder.Services.AddSingleton<ICaseHost>(new SleepingHost());
        return builder.Build();
    }

    [GeneratedRegex("https://crisis\\.qingtian\\.example(/l/[A-Za-z0-9_-]+)")]
    private static partial Regex MyLink();

    [GeneratedRegex("name=\"seal\" value=\"([^\"]+)\"")]
    private static partial Regex Seal();
}
