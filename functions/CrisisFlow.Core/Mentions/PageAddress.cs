using System.Collections.Frozen;
using System.Globalization;

namespace CrisisFlow.Core.Mentions;

/// <summary>
/// The address of a page without what changes from one visit, visitor or device to the next, so that two links to one
/// page are one address. It is for comparing: it is never fetched and never shown.
/// </summary>
public static class PageAddress
{
    private const int MostRedirects = 3;

    /// <summary>The same page on other devices.</summary>
    private static readonly string[] DeviceHosts = ["www.", "m.", "mobile.", "wap.", "3g.", "touch.", "amp.", "i."];

    private static readonly string[] DefaultPages =
    [
        "index.html",
        "index.htm",
        "index.shtml",
        "index.php",
        "index.jsp",
        "index.asp",
        "index.aspx",
        "default.aspx",
        "default.html",
    ];

    private static readonly FrozenSet<string> Dropped = Words(
        // Sessions and keys that are made anew.
        "sid sess session sessionid session_id sessid s_id jsessionid phpsessid aspsessionid cfid cftoken zenid oscsid",
        "token access_token auth_key sign signature nonce expires pass_ticket exportkey xsec_token chksm ticket",
        // Where the visitor came from.
        "from ref refer referer referrer ref_src ref_url refer_flag source src via origin channel enter_from tt_from",
        "from_source fromuid from_uid from_id frm isfrom from_spmid spm_id_from xsec_source vd_source pvid pgv_ref",
        "adtag wfr for rsv_upd bd_vid bd_bxst bdsrc sourcefrom sourcetype luicode lfid featurecode wm wid",
        "isappinstalled nsukey scene subscene ascene clicktime enterid devicetype srcid wx_header",
        "share shared shareto share_token share_source share_medium share_plat share_from share_id share_tag",
        "shareredid share_session_id share_app_id share_link_id apptime author_share app_platform app_version unique_k",
        "buvid bbid",
        "previous_page is_new_connect is_new_user use_new_style log_from log_pb req_id module_name category_new",
        "spss spssid spsw isfromotherweb _trans_ algo_sid ad_od cu dist",
        // What the device shows.
        "amp outputtype mobile platform os device",
        // Advertisements and newsletters.
        "fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ymclid twclid ttclid igshid igsh li_fat_id mkt_tok",
        "cmpid campaign cid_source ncid smid s_cid icid ito trk trkinfo oc __twitter_impression _ga _gl",
        // Against caches.
        "cache nocache cachebuster cb rnd rand random _dc timestamp ts _t _ts"
    );

    private static readonly string[] DroppedBeginnings =
    [
        "utm_",
        "mtm_",
        "pk_",
        "piwik_",
        "matomo_",
        "hsa_",
        "_hs",
        "mc_",
        "vero_",
        "spm",
        "scm",
        "at_",
        "itm_",
        "stm_",
        "ga_",
        "aspsessionid",
        "share_from",
    ];

    /// <summary>Dropped only where the value is a moment or a random number; elsewhere they name the page.</summary>
    private static readonly FrozenSet<string> DroppedTimes = Words("t time tm r v ver _ date_ms now stamp uid_time");

    private static readonly FrozenSet<string> Redirects = Words(
        "url l.php sinaurl apiclick.aspx redirect redirect.php redir jump go link out"
    );

    private static readonly string[] RedirectTargets = ["url", "u", "target", "to", "q", "dest"];

    /// <summary>
    /// Host and path in one form, and the parameters that name the page, in order. Kept as written: the path's letters,
    /// and a fragment that a page of scripts uses as its path ("#/news/1").
    /// </summary>
    /// <returns>Null when it is no http or https address.</returns>
    public static string? Of(string? link) => Of(link, 0);

    /// <param name="address">By <see cref="Of(string?)"/>.</param>
    public static string WithoutParameters(string address) =>
        address.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? address[..at] : address;

    private static string? Of(string? link, int redirects)
    {
        if (
            string.IsNullOrWhiteSpace(link)
            || !Uri.TryCreate(link.Trim(), UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
        )
            return null;
        var query = Pairs(uri.Query);
        var path = uri.GetComponents(UriComponents.Path, UriFormat.SafeUnescaped);
        if (redirects < MostRedirects && Target(uri.Host, path, query) is { } target)
            return Of(target, redirects + 1) ?? target;
        if (uri.Host.EndsWith(".cdn.ampproject.org", StringComparison.OrdinalIgnoreCase) && redirects < MostRedirects)
            return Of("https://" + WithoutAmpCache(path), redirects + 1);

        var kept = query.FindAll(static pair => !IsDropped(pair.Name, pair.Value));
        kept.Sort(
            static (left, right) =>
                string.CompareOrdinal(left.Name, right.Name) is not 0 and var byName
                    ? byName
                    : string.CompareOrdinal(left.Value, right.Value)
        );
        var host = Host(uri);
        var text = host + Path(path);
        for (var i = 0; i < kept.Count; i++)
            text += (i == 0 ? '?' : '&') + kept[i].Name + '=' + kept[i].Value;
        return
            uri.Fragment.StartsWith("#/", StringComparison.Ordinal)
            || uri.Fragment.StartsWith("#!", StringComparison.Ordinal)
            ? text + uri.Fragment.TrimEnd('/')
            : text;
    }

    private static string Host(Uri uri)
    {
        var host = uri.IdnHost.ToLowerInvariant().TrimEnd('.');
        // A host of two parts is the site itself: "m.cn" is no mobile page.
        foreach (var device in DeviceHosts)
            if (
                host.StartsWith(device, StringComparison.Ordinal)
                && host.IndexOf('.', device.Length) > 0
                && !char.IsAsciiDigit(host[^1])
            )
                return WithPort(uri, host[device.Length..]);
        return WithPort(uri, host);
    }

    private static string WithPort(Uri uri, string host) =>
        uri.IsDefaultPort || uri.Port is 80 or 443
            ? host
            : string.Create(CultureInfo.InvariantCulture, $"{host}:{uri.Port}");

    private static string Path(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var end = part.IndexOf(';', StringComparison.Ordinal);
            var kept = end < 0 ? part : part[..end];
            // "(S(...))" is a session of ASP.NET without cookies.
            if (kept.Length > 0 && !kept.StartsWith("(S(", StringComparison.OrdinalIgnoreCase))
                parts.Add(kept);
        }

        if (parts.Count > 0 && DefaultPages.Contains(parts[^1], StringComparer.OrdinalIgnoreCase))
            parts.RemoveAt(parts.Count - 1);
        if (parts.Count > 1)
            parts.RemoveAll(static part => part.Equals("amp", StringComparison.OrdinalIgnoreCase));
        if (parts.Count > 0)
            parts[^1] = WithoutAmp(parts[^1]);
        return parts.Count == 0 ? "" : "/" + string.Join('/', parts);
    }

    // "1.amp", "1.amp.html" and "1-amp.html" show "1.html".
    private static string WithoutAmp(string page)
    {
        foreach (var mark in (string[])[".amp", "-amp", "_amp"])
        {
            if (page.EndsWith(mark, StringComparison.OrdinalIgnoreCase))
                return page[..^mark.Length];
            var at = page.LastIndexOf(mark + ".", StringComparison.OrdinalIgnoreCase);
            if (at > 0)
                return page.Remove(at, mark.Length);
        }

        return page;
    }

    // "/c/s/n.example/1" is n.example/1 as a search engine keeps it.
    private static string WithoutAmpCache(string path)
    {
        var rest = path.TrimStart('/');
        foreach (var mark in (string[])["c/", "v/", "wp/", "s/"])
            if (rest.StartsWith(mark, StringComparison.Ordinal))
                rest = rest[mark.Length..];
        return rest;
    }

    private static string? Target(string host, string path, List<(string Name, string Value)> query)
    {
        var page = path[(path.LastIndexOf('/') + 1)..];
        if (!Redirects.Contains(page.ToLowerInvariant()) && !host.StartsWith("link.", StringComparison.Ordinal))
            return null;
        foreach (var name in RedirectTargets)
        foreach (var (given, value) in query)
            if (given == name && value.StartsWith("http", StringComparison.OrdinalIgnoreCase) && Of(value) is not null)
                return value;
        return null;
    }

    private static List<(string Name, string Value)> Pairs(string query)
    {
        var pairs = new List<(string, string)>();
        foreach (var part in query.TrimStart('?').Split('&', ';'))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var name = (equals < 0 ? part : part[..equals]).Trim();
            // What is left of "&amp;" that nobody decoded.
            if (name.StartsWith("amp;", StringComparison.Ordinal))
                name = name[4..];
            if (name.Length > 0)
                pairs.Add(
                    (Uri.UnescapeDataString(name), equals < 0 ? "" : Uri.UnescapeDataString(part[(equals + 1)..]))
                );
        }

        return pairs;
    }

    private static bool IsDropped(string name, string value)
    {
        var lower = name.ToLowerInvariant();
        if (Dropped.Contains(lower) || (DroppedTimes.Contains(lower) && IsMoment(value)))
            return true;
        foreach (var beginning in DroppedBeginnings)
            if (lower.StartsWith(beginning, StringComparison.Ordinal))
                return true;
        // "?1772500000": nothing but a moment.
        return value.Length == 0 && IsMoment(name);
    }

    // Seconds or milliseconds since 1970, or "0.123456".
    private static bool IsMoment(string value)
    {
        if (value.StartsWith("0.", StringComparison.Ordinal))
            return value.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0;
        return value.Length is 10 or 13 or 16
            && value[0] is '1' or '2'
            && value.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static FrozenSet<string> Words(params string[] lines) =>
        lines.SelectMany(static line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal);
}
