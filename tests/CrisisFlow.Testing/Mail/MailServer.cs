using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Authentication;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Net;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace CrisisFlow.Testing.Mail;

/// <summary>A mail server on this machine that takes mails.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<TakenMail> _taken = new();
    private readonly Task _running;
    private IPEndPoint? _listening;

    public MailServer(MailServerOptions? options = null)
    {
        options ??= new MailServerOptions();
        var endpoint = new EndpointDefinitionBuilder()
            .Endpoint(new IPEndPoint(IPAddress.Loopback, 0))
            .SupportedSslProtocols(SslProtocols.Tls12 | SslProtocols.Tls13)
            .AllowUnsecureAuthentication(options.Certificate is null)
            .AuthenticationRequired(options.Login is not null)
            .IsSecure(options.TlsAtOnce);
        if (options.Certificate is { } certificate)
            endpoint.Certificate(certificate);
        var listeners = new EndpointListenerFactory();
        listeners.EndpointStarted += (_, started) => _listening = (IPEndPoint)started.LocalEndPoint;
        var services = new ServiceProvider();
        services.Add((IEndpointListenerFactory)listeners);
        services.Add(new Store(_taken, options));
        services.Add((IMailboxFilter)new Filter(options));
        if (options.Login is { } login)
            services.Add(new Authenticator(login));
        services.Add((ISmtpCommandFactory)new Commands(options));
        var server = new SmtpServer.SmtpServer(
            new SmtpServerOptionsBuilder().ServerName("mail.test").Endpoint(endpoint.Build()).Build(),
            services
        );
        // It listens before it first waits.
        _running = server.StartAsync(_stopping.Token);
    }

    public int Port => _listening!.Port;

    public IReadOnlyCollection<TakenMail> Taken => _taken;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running;
    }

    private sealed class Store(ConcurrentQueue<TakenMail> taken, MailServerOptions options) : MessageStore
    {
        public override Task<SmtpResponse> SaveAsync(
            ISessionContext context,
            IMessageTransaction transaction,
            ReadOnlySequence<byte> buffer,
            CancellationToken cancellationToken
        )
        {
            var (from, to) = (transaction.From.AsAddress(), transaction.To.Single().AsAddress());
            var (encrypted, user) = (context.Pipe.IsSecure, context.Authentication.User);
            taken.Enqueue(new TakenMail(from, to, transaction.Parameters, buffer.ToArray(), encrypted, user));
            return Task.FromResult(new SmtpResponse(SmtpReplyCode.Ok, options.Receipt));
        }
    }

    private sealed class Filter(MailServerOptions options) : MailboxFilter
    {
        public override Task<bool> CanDeliverToAsync(
            ISessionContext context,
            IMailbox to,
            IMailbox from,
            CancellationToken cancellationToken
        ) =>
            options.RefusesRecipient is { } refusal
                ? throw new SmtpResponseException(new SmtpResponse((SmtpReplyCode)refusal.Status, refusal.Text))
                : Task.FromResult(true);
    }

    private sealed class Authenticator((string User, string Password) login) : IUserAuthenticator
    {
        public Task<bool> AuthenticateAsync(
            ISessionContext context,
            string user,
            string password,
            CancellationToken cancellationToken
        ) => Task.FromResult((user, password) == login);
    }

    private sealed class Commands(MailServerOptions options) : SmtpCommandFactory
    {
        public override SmtpCommand CreateEhlo(string domainOrAddress) =>
            new Ehlo(domainOrAddress, options.Login is null ? [.. options.Hides, "AUTH"] : options.Hides);
    }

    private sealed class Ehlo(string name, IReadOnlyList<string> hidden) : EhloCommand(name)
    {
        protected override IEnumerable<string> GetExtensions(ISessionContext context)
        {
            foreach (var extension in base.GetExtensions(context))
            {
                var left = extension.Split(' ').Except(hidden).ToList();
                if (left.Count > 0 && left[0] == extension.Split(' ')[0])
                    yield return string.Join(' ', left);
            }
        }
    }
}

/// <param name="From">The envelope's sender.</param>
/// <param name="Parameters">What MAIL FROM asked for, by name.</param>
/// <param name="User">Who logged in.</param>
public sealed record TakenMail(
    string From,
    string To,
    IReadOnlyDictionary<string, string> Parameters,
    byte[] Mail,
    bool Encrypted,
    string? User
);

public sealed class MailServerOptions
{
    /// <summary>STARTTLS is offered when there is one.</summary>
    public System.Security.Cryptography.X509Certificates.X509Certificate2? Certificate { get; init; }

    /// <summary>TLS begins with the first byte, as on port 465.</summary>
    public bool TlsAtOnce { get; init; }

    /// <summary>The one login it takes; null: it offers none.</summary>
    public (string User, string Password)? Login { get; init; }

    /// <summary>Words of EHLO's answer that it leaves out.</summary>
    public IReadOnlyList<string> Hides { get; init; } = [];

    /// <summary>What it answers to RCPT TO instead of taking it.</summary>
    public (int Status, string Text)? RefusesRecipient { get; init; }

    /// <summary>What it says of a mail it took.</summary>
    public string Receipt { get; init; } = "2.0.0 taken";
}
