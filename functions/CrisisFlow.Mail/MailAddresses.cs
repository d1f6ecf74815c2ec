using System.Globalization;
using MimeKit;

namespace CrisisFlow.Mail;

/// <summary>Says whether an address can be mailed to: name@domain, nothing a server could read as more.</summary>
/// <remarks>
/// MimeKit reads the syntax. What mail allows and nobody needs here is refused: quotes, comments, address literals.
/// </remarks>
public static class MailAddresses
{
    private const string Marks = "!#$%&'*+-/=?^_`{|}~";

    private const string Allowed = "letters, digits, dots and " + Marks;

    private const int LongestName = 64;

    /// <summary>What is wrong with the address, as a sentence; null when nothing is.</summary>
    public static string? Check(string address)
    {
        var shown = Shown(address);
        string name;
        try
        {
            name = new MailboxAddress("", address).LocalPart;
        }
        // MimeKit refuses half a surrogate pair by an ArgumentException.
        catch (Exception e) when (e is ParseException or ArgumentException)
        {
            return $"Address '{shown}' is not of the form name@domain: {Shown(e.Message)}.";
        }

        if (name.Length is 0 or > LongestName)
            return $"Address '{shown}' has {name.Length} characters before the @; 1 to {LongestName} are allowed.";
        foreach (var c in name)
            if (!IsAllowed(c))
                return $"Address '{shown}' holds U+{(int)c:X4} before the @; {Allowed} are allowed.";
        if (!address.StartsWith(name + '@', StringComparison.Ordinal))
            return $"Address '{shown}' has to hold a name, an @ and a domain, and nothing else.";
        return AsciiDomain(address[(name.Length + 1)..]) is null
            ? $"Address '{shown}' has no valid domain after the @."
            : null;
    }

    /// <summary>The address as it goes over the wire, an international domain in its ASCII form.</summary>
    /// <exception cref="ArgumentException"><see cref="Check"/> finds something wrong.</exception>
    public static string Wire(MailAddress address)
    {
        if (Check(address.Address) is { } wrong)
            throw new ArgumentException(wrong, nameof(address));
        var at = address.Address.IndexOf('@', StringComparison.Ordinal);
        return address.Address[..(at + 1)] + AsciiDomain(address.Address[(at + 1)..]);
    }

    /// <summary>What follows the @ of <see cref="Wire"/>.</summary>
    internal static string Domain(MailAddress address)
    {
        var wire = Wire(address);
        return wire[(wire.IndexOf('@', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>A host name: labels of letters, digits and inner hyphens, 63 each, 253 in all.</summary>
    private static string? AsciiDomain(string domain)
    {
        if (domain.Length is 0 or > 253)
            return null;
        foreach (var c in domain)
            if (c < 128 && c is not ('.' or '-') && !char.IsAsciiLetterOrDigit(c))
                return null;
        try
        {
            var ascii = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(domain);
            return ascii.Split('.').All(IsLabel) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsAllowed(char c) =>
        c == '.' || char.IsAsciiLetterOrDigit(c) || Marks.Contains(c, StringComparison.Ordinal);

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && !label.StartsWith('-') && !label.EndsWith('-');

    private static string Shown(string text) =>
        string.Concat(
            (text.Length <= 80 ? text : text[..80] + "…").Select(c =>
                char.IsControl(c) || c is '\u2028' or '\u2029' ? '\ufffd' : c
            )
        );
}
