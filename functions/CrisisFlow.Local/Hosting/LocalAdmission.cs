using System.Net;
using System.Text;
using CrisisFlow.Settings;
using CrisisFlow.Web;

namespace CrisisFlow.Local.Hosting;

/// <summary>
/// Admits callers with the pages key; without a key, callers from this machine by a name of this machine and
/// without a proxy between. The name is looked at because a foreign page can make a browser ask 127.0.0.1 under a name
/// of its own (DNS rebinding).
/// </summary>
internal sealed class LocalAdmission(CrisisFlowSettings settings) : ITeamAdmission
{
    private static readonly string[] ProxyHeaders =
    [
        "Forwarded",
        "Via",
        "X-Real-IP",
        "X-Client-IP",
        "X-Cluster-Client-IP",
        "True-Client-IP",
        "X-Original-Host",
        "X-ProxyUser-Ip",
    ];

    public bool Admits(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (settings.ApiKeys.Pages is { Length: > 0 } key)
            return ShownKey.Is(headers["X-Api-Key"].ToString(), key)
                || ShownKey.Is(BasicPassword(headers.Authorization.ToString()), key);
        return context.Connection.RemoteIpAddress is { } remote
            && IPAddress.IsLoopback(remote)
            && IsThisMachine(context.Request.Host.Host)
            && !headers.Keys.Any(IsOfProxy);
    }

    /// <summary>
    /// Headers by which proxies show themselves; a proxy on this machine makes every stranger look like this machine.
    /// </summary>
    private static bool IsOfProxy(string name) =>
        ProxyHeaders.Contains(name, StringComparer.OrdinalIgnoreCase)
        || name.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("CF-", StringComparison.OrdinalIgnoreCase);

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static string BasicPassword(string header)
    {
        const string scheme = "Basic ";
        if (!header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            return "";
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[scheme.Length..].Trim(), bytes, out var length))
            return "";
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        return text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }
}
