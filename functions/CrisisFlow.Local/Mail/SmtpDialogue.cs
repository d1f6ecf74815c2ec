using System.Globalization;
using System.Text;

namespace CrisisFlow.Local.Mail;

/// <summary>Commands and replies over one connection.</summary>
internal sealed class SmtpDialogue(Stream stream)
{
    private const int MaxLine = 2_000;
    private const int MaxLines = 100;

    private static readonly string[] AboutTheMail = ["MAIL FROM", "RCPT TO", "DATA", EndOfData];

    private const string EndOfData = "the end of DATA";

    private readonly byte[] _buffer = new byte[4096];
    private int _start;
    private int _end;

    /// <summary>EHLO; gives the keywords the server offers, with their arguments' words, in upper case.</summary>
    public async Task<HashSet<string>> HelloAsync(CancellationToken cancellation)
    {
        var lines = await CommandAsync("EHLO", "EHLO crisisflow.localdomain", 250, cancellation);
        return [.. lines.SelectMany(l => l.ToUpperInvariant().Split(' ', '='))];
    }

    public async Task LoginAsync(string user, string password, HashSet<string> offers, CancellationToken cancellation)
    {
        if (offers.Contains("PLAIN") || !offers.Contains("LOGIN"))
        {
            await CommandAsync("AUTH PLAIN", "AUTH PLAIN " + Base64($"\0{user}\0{password}"), 235, cancellation);
            return;
        }

        await CommandAsync("AUTH LOGIN", "AUTH LOGIN", 334, cancellation);
        await CommandAsync("AUTH LOGIN", Base64(user), 334, cancellation);
        await CommandAsync("AUTH LOGIN", Base64(password), 235, cancellation);
    }

    /// <param name="name">What messages call it; the command itself may hold a secret.</param>
    public async Task<IReadOnlyList<string>> CommandAsync(string name, string command, int expected, CancellationToken cancellation)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"), cancellation);
        await stream.FlushAsync(cancellation);
        return await ExpectAsync(name, expected, cancellation);
    }

    /// <summary>Sends the mail's bytes; lines that start with a dot get another one (RFC 5321, 4.5.2).</summary>
    public async Task<string> DataAsync(byte[] mail, CancellationToken cancellation)
    {
        var stuffed = Encoding.ASCII.GetString(mail).Replace("\r\n.", "\r\n..", StringComparison.Ordinal);
        await stream.WriteAsync(Encoding.ASCII.GetBytes((stuffed.StartsWith('.') ? "." : "") + stuffed + ".\r\n"), cancellation);
        await stream.FlushAsync(cancellation);
        return string.Join(" ", await ExpectAsync(EndOfData, 250, cancellation));
    }

    /// <summary>The mail is delivered already; how the goodbye goes changes nothing.</summary>
    public async Task QuitAsync(CancellationToken cancellation)
    {
        try
        {
            await CommandAsync("QUIT", "QUIT", 221, cancellation);
        }
        catch (Exception e) when (e is IOException or SmtpReplyException or OperationCanceledException)
        {
        }
    }

    /// <exception cref="SmtpReplyException">Another code came.</exception>
    public async Task<IReadOnlyList<string>> ExpectAsync(string name, int expected, CancellationToken cancellation)
    {
        var lines = new List<string>();
        while (true)
        {
            var line = await ReadLineAsync(cancellation);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code) || lines.Count >= MaxLines)
                throw new SmtpReplyException(name, 0, $"the server answered '{line[..Math.Min(60, line.Length)]}', which is no SMTP reply", forGood: false);
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length > 3 && line[3] == '-') continue;
            // 251: will forward; as good as 250.
            if (code == expected || (expected == 250 && code == 251)) return lines;
            // A refused greeting or login is a server or a password to be mended; the mail itself was not looked at.
            throw new SmtpReplyException(name, code, string.Join(" ", lines), forGood: code is >= 500 and < 600 && AboutTheMail.Contains(name));
        }
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellation)
    {
        var line = new StringBuilder();
        while (line.Length < MaxLine)
        {
            if (_start == _end)
            {
                (_start, _end) = (0, await stream.ReadAsync(_buffer, cancellation));
                if (_end == 0) throw new IOException("the server closed the connection");
            }

            var c = (char)_buffer[_start++];
            if (c == '\n') return line.ToString().TrimEnd('\r');
            line.Append(c is >= ' ' and < '\u007f' or '\r' ? c : '?');
        }

        throw new IOException($"the server sent a line of more than {MaxLine} bytes");
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}

/// <summary>The server refused a command.</summary>
internal sealed class SmtpReplyException(string command, int code, string text, bool forGood)
    : Exception(code == 0 ? $"The mail server failed at {command}: {text}." : $"The mail server answered {command} with {code}: {text}")
{
    public bool ForGood { get; } = forGood;
}
