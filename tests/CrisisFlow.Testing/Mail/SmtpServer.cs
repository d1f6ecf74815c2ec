using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CrisisFlow.Testing.Mail;

/// <summary>A mail server on this machine that takes mails and misbehaves where it is told to.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _accepting;

    public SmtpServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What it answers instead, by the command's first word; "" = the greeting, "." = the end of DATA, null answer = it hangs up.</summary>
    public ConcurrentDictionary<string, string?> Answers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Commands it never answers.</summary>
    public ConcurrentDictionary<string, bool> Hangs { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Offered in EHLO; STARTTLS comes with a certificate nobody trusts.</summary>
    public IReadOnlyList<string> Offers { get; set; } = ["AUTH PLAIN LOGIN", "8BITMIME"];

    /// <summary>Everything it took: sender, recipient and the mail as it was before dots were stuffed.</summary>
    public ConcurrentQueue<(string From, string To, string Mail)> Taken { get; } = new();

    public ConcurrentQueue<string> Commands { get; } = new();

    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested) return;
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stopping.Token));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await TalkAsync(client.GetStream());
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
            {
                // The client went away, or would not trust the certificate: what some tests are about.
            }
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        var (from, to) = ("", "");
        if (!await AnswerAsync(stream, "", "220 ready")) return;
        while (await ReadLineAsync(stream) is { } line)
        {
            Commands.Enqueue(line);
            var word = line.Split(' ')[0].ToUpperInvariant();
            if (word == "STARTTLS" && await AnswerAsync(stream, word, "220 go ahead"))
            {
                var tls = new SslStream(stream);
                await tls.AuthenticateAsServerAsync(Certificate());
                stream = tls;
                continue;
            }

            if (word == "MAIL") from = line;
            if (word == "RCPT") to = line;
            var usual = word switch
            {
                "EHLO" => string.Join("\r\n", Offers.Prepend("hello").Select((o, i) => (i == Offers.Count ? "250 " : "250-") + o)),
                "AUTH" => "235 welcome",
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ => "250 ok",
            };
            if (!await AnswerAsync(stream, word, usual) || word == "QUIT") return;
            if (word != "DATA" || Answers.ContainsKey("DATA")) continue;
            var mail = await ReadMailAsync(stream);
            if (!Answers.ContainsKey(".")) Taken.Enqueue((from, to, mail));
            if (!await AnswerAsync(stream, ".", $"250 taken as {Taken.Count}")) return;
        }
    }

    private async Task<bool> AnswerAsync(Stream stream, string word, string usual)
    {
        if (Hangs.ContainsKey(word)) await Task.Delay(Timeout.Infinite, _stopping.Token);
        var answer = Answers.TryGetValue(word, out var told) ? told : usual;
        if (answer is null) return false;
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"), _stopping.Token);
        await stream.FlushAsync(_stopping.Token);
        return true;
    }

    private async Task<string> ReadMailAsync(Stream stream)
    {
        var mail = new StringBuilder();
        while (await ReadLineAsync(stream) is { } line && line != ".")
            mail.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        return mail.ToString();
    }

    private async Task<string?> ReadLineAsync(Stream stream)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, _stopping.Token) == 1)
        {
            if (one[0] == '\n') return line.ToString().TrimEnd('\r');
            line.Append((char)one[0]);
        }

        return null;
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=nobody.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
