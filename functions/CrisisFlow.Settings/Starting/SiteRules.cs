namespace CrisisFlow.Settings.Starting;

/// <summary>Who can reach the pages of the one-machine host. On Azure the platform decides that.</summary>
internal static class SiteRules
{
    public static void Check(CrisisFlowSettings settings, HostKind host, Findings findings)
    {
        var site = settings.Site;
        if (host != HostKind.Local || settings.ApiKeys.Pages.Length > 0)
            return;
        if (!IsThisMachine(site.Listen))
            findings.Add("site.listen", $"'{site.Listen}' can be reached from other machines; set apiKeys.pages.");
        else if (!site.BaseUrl.IsLoopback)
            findings.Add(
                "site.baseUrl",
                $"'{site.BaseUrl}' is reached from other machines, so a proxy hands their requests on to this one; "
                    + "set apiKeys.pages."
            );
    }

    /// <param name="address">With its scheme.</param>
    public static bool IsThisMachine(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback;
}
