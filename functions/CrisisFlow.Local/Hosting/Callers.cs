using System.Net;
using System.Security.Cryptography;
using System.Text;
using CrisisFlow.Settings;

namespace CrisisFlow.Local.Hosting;

/// <summary>Who a request comes from, as far as this host can tell.</summary>
internal sealed class Callers(string pagesKey)
{
    private static readonly string[] ProxyHeaders = ["Forwarded", "Via", "X-Real-IP", "X-Client-IP", "X-Cluster-Client-IP", "True-Client-IP", "X-Original-Host", "X-ProxyUser-Ip"];

    /// <summary>
    /// Admitted to the team's pages: shows the pages key, or comes from this machine to a name of this machine without a proxy between.
    /// The name is looked at because a foreign page can make a browser ask 127.0.0.1 under a name of its own (DNS rebinding).
    /// </summary>
    public bool IsTrusted(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (pagesKey.Length > 0) return ShownKey.Is(headers["X-Api-Key"].ToString(), pagesKey) || ShownKey.Is(BasicPassword(headers.Authorization.ToString()), pagesKey);
        return context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
            && IsThisMachine(context.Request.Host.Host)
            && !headers.Keys.Any(IsOfProxy);
    }

    /// <summary>Stands for the remote address in limits and records.</summary>
    public static string Hash(HttpContext context) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("caller|" + context.Connection.RemoteIpAddress)))[..16];

    /// <summary>Headers by which proxies show themselves; a proxy on this machine makes every stranger look like this machine.</summary>
    private static bool IsOfProxy(string name) =>
        ProxyHeaders.Contains(name, StringComparer.OrdinalIgnoreCase) || name.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase) || name.StartsWith("CF-", StringComparison.OrdinalIgnoreCase);

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static string BasicPassword(string header)
    {
        const string scheme = "Basic ";
        if (!header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) return "";
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[scheme.Length..].Trim(), bytes, out var length)) return "";
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        return text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }
}
