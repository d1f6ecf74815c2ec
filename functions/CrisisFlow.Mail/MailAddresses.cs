using System.Globalization;

namespace CrisisFlow.Mail;

/// <summary>Says whether an address can be mailed to: one local part, one domain, nothing a server could read as more.</summary>
public static class MailAddresses
{
    private const string LocalMarks = "!#$%&'*+-/=?^_`{|}~";

    /// <summary>What is wrong with the address, as a sentence; null when nothing is.</summary>
    public static string? Check(string address)
    {
        var at = address.IndexOf('@', StringComparison.Ordinal);
        if (at < 0 || address.IndexOf('@', at + 1) >= 0) return $"Address '{Shown(address)}' has to hold exactly one @.";
        var local = address[..at];
        var domain = address[(at + 1)..];
        if (local.Length is 0 or > 64) return $"Address '{Shown(address)}' has {local.Length} characters before the @; 1 to 64 are allowed.";
        foreach (var c in local)
            if (c != '.' && !char.IsAsciiLetterOrDigit(c) && !LocalMarks.Contains(c, StringComparison.Ordinal))
                return $"Address '{Shown(address)}' holds U+{(int)c:X4} before the @; letters, digits, dots and {LocalMarks} are allowed.";
        if (local.StartsWith('.') || local.EndsWith('.') || local.Contains("..", StringComparison.Ordinal))
            return $"Address '{Shown(address)}' has a dot at an edge of the part before the @, or two dots in a row.";
        return AsciiDomain(domain) is null ? $"Address '{Shown(address)}' has no valid domain after the @." : null;
    }

    /// <summary>The address as it goes over the wire, an international domain in its ASCII form.</summary>
    /// <exception cref="ArgumentException"><see cref="Check"/> finds something wrong.</exception>
    public static string Wire(MailAddress address)
    {
        if (Check(address.Address) is { } wrong) throw new ArgumentException(wrong, nameof(address));
        var at = address.Address.IndexOf('@', StringComparison.Ordinal);
        return address.Address[..(at + 1)] + AsciiDomain(address.Address[(at + 1)..]);
    }

    internal static string? AsciiDomain(string domain)
    {
        if (domain.Length is 0 or > 253) return null;
        foreach (var c in domain)
            if (c < 128 && c is not ('.' or '-') && !char.IsAsciiLetterOrDigit(c)) return null;
        try
        {
            var ascii = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(domain);
            return ascii.Split('.').All(label => label.Length is > 0 and <= 63 && !label.StartsWith('-') && !label.EndsWith('-')) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Shown(string address) =>
        string.Concat((address.Length <= 80 ? address : address[..80] + "…").Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? '\ufffd' : c));
}
