using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace CrisisFlow.Testing.Mail;

/// <summary>
/// A mail server that says what no proper one would: replies of any shape, silence or a cut at any command. What a
/// proper server can do, <see cref="MailServer"/> does.
/// </summary>
public sealed class ScriptedMailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _accepting;

    public ScriptedMailServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>
    /// What it answers instead, by the command's first word; "" = the greeting, "." = the end of DATA, null = it hangs
    /// up.
    /// </summary>
    public ConcurrentDictionary<string, string?> Answers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The command that it never answers; "TLS" = it takes STARTTLS and never shakes hands.</summary>
    public string? Hangs { get; set; }

    /// <summary>Offered in EHLO.</summary>
    public IReadOnlyList<string> Offers { get; set; } = ["AUTH PLAIN LOGIN", "8BITMIME"];

    public ConcurrentQueue<string> Commands { get; } = new();

    /// <summary>Every mail that came to its end, as it was sent, whatever was answered.</summary>
    public ConcurrentQueue<string> Mails { get; } = new();

    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
            return;
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
            catch (Exception e) when (e is IOException or OperationCanceledException or AuthenticationException)
            {
                // The client went away: what some tests are about.
            }
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        if (!await AnswerAsync(stream, "", "220 ready"))
            return;
        while (await ReadLineAsync(stream) is { } line)
        {
            Commands.Enqueue(line);
            var word = line.Split(' ')[0].ToUpperInvariant();
            var usual = word switch
            {
                "EHLO" => string.Concat(Offers.Select(offer => $"250-{offer}\r\n")) + "250 hello",
                "STARTTLS" => "220 go ahead",
                "AUTH" => "235 welcome",
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ => "250 ok",
            };
            if (!await AnswerAsync(stream, word, usual) || word == "QUIT")
                return;
            if (word == "STARTTLS" && !Answers.ContainsKey(word))
            {
                await HangAsync("TLS");
                var tls = new SslStream(stream);
                await tls.AuthenticateAsServerAsync(TestCertificate.ForThisMachine);
                stream = tls;
            }

            if (word != "DATA" || Answers.ContainsKey("DATA"))
                continue;
            var mail = new StringBuilder();
            while (await ReadLineAsync(stream) is { } content && content != ".")
                mail.Append(content).Append("\r\n");
            Mails.Enqueue(mail.ToString());
            if (!await AnswerAsync(stream, ".", "250 taken"))
                return;
        }
    }

    private async Task<bool> AnswerAsync(Stream stream, string word, string usual)
    {
        await HangAsync(word);
        var answer = Answers.TryGetValue(word, out var told) ? told : usual;
        if (answer is null)
            return false;
        await stream.WriteAsync(Encoding.UTF8.GetBytes(answer + "\r\n"), _stopping.Token);
        await stream.FlushAsync(_stopping.Token);
        return true;
    }

    private Task HangAsync(string word) =>
        Hangs == word ? Task.Delay(Timeout.Infinite, _stopping.Token) : Task.CompletedTask;

    private async Task<string?> ReadLineAsync(Stream stream)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, _stopping.Token) == 1)
        {
            if (one[0] == '\n')
                return line.ToString().TrimEnd('\r');
            line.Append((char)one[0]);
        }

        return null;
    }
}
