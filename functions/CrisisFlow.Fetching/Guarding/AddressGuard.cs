using System.Globalization;
using System.Net;

namespace CrisisFlow.Fetching.Guarding;

/// <summary>A refusal to connect or to send, with its reason.</summary>
public sealed class GuardException(FetchFailure reason, string message) : HttpRequestException(message)
{
    public FetchFailure Reason { get; } = reason;
}

/// <summary>Checks addresses before anything is sent to them.</summary>
public sealed class AddressGuard
{
    private const int LongestUrl = 2083;
    private readonly HashSet<string> _allowed;

    public AddressGuard(IEnumerable<string> allowHosts) =>
        _allowed = allowHosts.Select(static entry => entry.Trim().ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// Null when the address is allowed, else the reason and a message. Does not resolve the name.
    /// </summary>
    public (FetchFailure Reason, string Message)? Check(Uri url)
    {
        var shown = Shown(url);
        if (!url.IsAbsoluteUri)
            return (FetchFailure.Address, $"Address '{shown}' is not absolute.");
        if (url.Scheme is not ("http" or "https"))
            return (
                FetchFailure.Scheme,
                $"Address '{shown}' has the scheme '{url.Scheme}'; only http and https are fetched."
            );
        if (url.OriginalString.Length > LongestUrl)
            return (
                FetchFailure.Address,
                $"Address '{shown}' has {url.OriginalString.Length} characters; the limit is {LongestUrl}."
            );
        if (url.OriginalString.Contains('\\'))
            return (
                FetchFailure.Address,
                $"Address '{shown}' holds a backslash, which programs read in different ways."
            );
        if (url.UserInfo.Length > 0)
            return (
                FetchFailure.UserInfo,
                $"Address '{shown}' carries a user or password; give it as a header instead."
            );
        if (url.IdnHost.Length == 0)
            return (FetchFailure.Address, $"Address '{shown}' names no host.");
        if (url.Port is not (80 or 443) && !Names(url.IdnHost, url.Port))
            return (
                FetchFailure.Port,
                $"Address '{shown}' has port {url.Port}; only 80 and 443 are allowed unless fetch.allowHosts names "
                    + $"'{url.IdnHost}:{url.Port}'."
            );
        if (
            IPAddress.TryParse(url.IdnHost, out var literal)
            && !PublicAddresses.IsPublic(literal)
            && !AllowsPrivate(url.IdnHost, url.Port)
        )
            return (
                FetchFailure.NotPublic,
                $"Address '{shown}' is not on the public internet; fetch.allowHosts does not name '{url.IdnHost}'."
            );
        return null;
    }

    /// <summary>True when a setting names the host, alone or with the port.</summary>
    public bool AllowsPrivate(string host, int port) =>
        Names(host, port) || (port is 80 or 443 && _allowed.Contains(Bracketed(host)));

    /// <summary>All of them, since the one that was checked need not be the one that is used.</summary>
    public (FetchFailure Reason, string Message)? Check(string host, int port, IReadOnlyList<IPAddress> addresses)
    {
        if (addresses.Count == 0)
            return (FetchFailure.Name, $"Host '{host}' has no address.");
        if (AllowsPrivate(host, port))
            return null;
        foreach (var address in addresses)
            if (!PublicAddresses.IsPublic(address))
                return (
                    FetchFailure.NotPublic,
                    $"Host '{host}' leads to {address}, which is not on the public internet; fetch.allowHosts does "
                        + $"not name '{host}'."
                );
        return null;
    }

    /// <summary>
    /// An address without user, password, query and fragment: those can hold secrets, and this goes into messages.
    /// </summary>
    public static string Shown(Uri url)
    {
        var text = url.IsAbsoluteUri
            ? url.GetComponents(
                UriComponents.Scheme | UriComponents.Host | UriComponents.Port | UriComponents.Path,
                UriFormat.UriEscaped
            )
            : url.OriginalString;
        return text.Length > 120 ? text[..120] + "…" : text;
    }

    private bool Names(string host, int port) =>
        _allowed.Contains(Bracketed(host) + ":" + port.ToString(CultureInfo.InvariantCulture));

    private static string Bracketed(string host)
    {
        var lower = host.ToLowerInvariant();
        return lower.Contains(':') && !lower.StartsWith('[') ? "[" + lower + "]" : lower;
    }
}
