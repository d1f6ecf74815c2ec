using System.Text.RegularExpressions;
using CrisisFlow.Fetching.Guarding;
using CrisisFlow.Reading.Values;

namespace CrisisFlow.Settings.Starting;

internal static partial class SourceRules
{
    private static readonly string[] OwnHeaders =
    [
        "host",
        "connection",
        "content-length",
        "content-type",
        "transfer-encoding",
        "accept-encoding",
        "if-none-match",
        "if-modified-since",
        "te",
        "upgrade",
        "proxy-authorization",
    ];

    public static void Check(CrisisFlowSettings settings, Findings findings)
    {
        var hosts = settings.Fetch.AllowHosts;
        var guard = new AddressGuard(hosts);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (i, source) in settings.Sources.Index())
        {
            foreach (var (setting, message) in Failures(source, guard))
                findings.Add($"sources[{i}].{setting}", message);
            if (source.Name.Length > 0 && !names.Add(source.Name))
                findings.Add($"sources[{i}].name", $"'{source.Name}' is the name of another source too.");
        }

        for (var i = 0; i < hosts.Count; i++)
            if (!HostForm().IsMatch(hosts[i]))
                findings.Add(
                    $"fetch.allowHosts[{i}]",
                    $"'{hosts[i]}' is not a host or host:port; IPv6 goes in brackets."
                );
    }

    private static IEnumerable<(string Setting, string Message)> Failures(SourceSettings source, AddressGuard guard)
    {
        if (!NameForm().IsMatch(source.Name))
            yield return (
                "name",
                $"'{source.Name}' is not 1 to 80 characters without / \\ # ? % and control characters."
            );
        if (source.Url is null)
            yield return ("url", "A source needs an address.");
        else if (guard.Check(source.Url) is { } refused)
            yield return ("url", refused.Message);
        if (!LanguageForm().IsMatch(source.Language))
            yield return ("language", $"'{source.Language}' is not a language like zh, en or zh-CN.");
        if (source.TimeZone.Length > 0 && IanaZones.Find(source.TimeZone) is null)
            yield return ("timeZone", ZoneName.Unknown(source.TimeZone));
        if (source.QuietAfter > TimeSpan.Zero && source.QuietAfter < source.Interval)
            yield return (
                "quietAfter",
                $"{Durations.Format(source.QuietAfter)} is shorter than the interval, "
                    + $"{Durations.Format(source.Interval)}; a source cannot be quiet before it is polled again."
            );
        foreach (var (name, value) in source.Headers)
        {
            if (!HeaderForm().IsMatch(name))
                yield return ($"headers.{name}", "This is not the name of a header.");
            else if (OwnHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
                yield return ($"headers.{name}", "The program sets this header itself.");
            if (value.Any(char.IsControl))
                yield return ($"headers.{name}", "The value has a control character in it.");
        }

        foreach (var message in source.Mapping?.Validate() ?? [])
            yield return ("mapping", message);
    }

    [GeneratedRegex(@"^[^/\\#?%\p{C}]{1,80}$")]
    private static partial Regex NameForm();

    [GeneratedRegex("^([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$")]
    private static partial Regex LanguageForm();

    [GeneratedRegex("^[A-Za-z0-9-]{1,64}$")]
    private static partial Regex HeaderForm();

    [GeneratedRegex(@"^([A-Za-z0-9.-]{1,253}|\[[0-9a-fA-F:.]{2,45}\])(:[0-9]{1,5})?$")]
    private static partial Regex HostForm();
}
