namespace CrisisFlow.Runtime.Pages;

/// <summary>How the site presents itself.</summary>
public sealed class SiteSettings
{
    /// <summary>Where people reach the site: absolute http or https address without a query. Every link in a mail starts with it; the Host header never counts. Default http://localhost:7071.</summary>
    public Uri BaseUrl { get; set; } = new("http://localhost:7071");

    /// <summary>Whose statements these are, shown on the public pages and in the feed; 1 to 100 characters. Default CrisisFlow.</summary>
    public string Organisation { get; set; } = "CrisisFlow";

    /// <summary>Language of pages nobody is known to read: zh or en. A browser's wish comes first. Default zh.</summary>
    public string Language { get; set; } = "zh";

    /// <summary>IANA name of the time zone shown where no person's own is known. Default Asia/Shanghai.</summary>
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>How long a link in a mail is good, in hours; 1 to 2160. A deadline does not shorten it, so that whoever is late is told so by name. Default 72.</summary>
    public int LinkHours { get; set; } = 72;

    /// <summary>An address of the site, for mails and feeds.</summary>
    public string Absolute(string path) => BaseUrl.AbsoluteUri.TrimEnd('/') + path;

    /// <summary>Everything wrong with the settings, a sentence each.</summary>
    public IEnumerable<string> Check()
    {
        if (!BaseUrl.IsAbsoluteUri || BaseUrl.Scheme is not ("http" or "https") || BaseUrl.Query.Length > 0 || BaseUrl.UserInfo.Length > 0)
            yield return $"Site:BaseUrl is '{BaseUrl}'; it has to be an absolute http or https address without query and user.";
        if (Organisation.Trim().Length is 0 or > 100)
            yield return $"Site:Organisation has {Organisation.Trim().Length} characters; it has 1 to 100.";
        if (Language is not ("zh" or "en"))
            yield return $"Site:Language is '{Language}'; it is zh or en.";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            yield return $"Site:TimeZone is '{TimeZone}', which this machine does not know; it is an IANA name such as Asia/Shanghai.";
        if (LinkHours is < 1 or > 2160)
            yield return $"Site:LinkHours is {LinkHours}; it is 1 to 2160.";
    }
}
