namespace CrisisFlow.Presentation.Markup;

/// <summary>Tells an address that may become a link from one that is shown as text.</summary>
internal static class OutsideAddress
{
    private const int Longest = 2_048;

    /// <summary>
    /// The address in its canonical form; null when it is not an absolute http or https address without user name.
    /// </summary>
    public static string? Check(string? address)
    {
        if (string.IsNullOrEmpty(address) || address.Length > Longest)
            return null;
        foreach (var c in address)
            if (c <= ' ' || c == '\\' || c == '\u007f' || char.IsControl(c))
                return null;
        if (
            !address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            && !address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        )
            return null;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || uri.Host.Length == 0)
            return null;
        return uri.AbsoluteUri;
    }
}
