using System.Text.RegularExpressions;
using CrisisFlow.Fetching.Guarding;

namespace CrisisFlow.Settings;

/// <summary>Everything that is wrong with the sources, all at once.</summary>
public static partial class SourceSettingsCheck
{
    private static readonly string[] OwnHeaders =
        ["host", "connection", "content-length", "content-type", "transfer-encoding", "accept-encoding", "if-none-match", "if-modified-since", "te", "upgrade", "proxy-authorization"];

    /// <returns>Dotted name of the setting and a sentence, for each failure.</returns>
    public static IReadOnlyList<(string Setting, string Message)> Failures(IReadOnlyList<SourceSettings> sources, FetchSettings fetch)
    {
        var failures = new List<(string, string)>();
        var guard = new AddressGuard(fetch.AllowHosts);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < sources.Count; i++)
        {
            var at = $"sources[{i}]";
            foreach (var (setting, message) in Failures(sources[i], guard)) failures.Add(($"{at}.{setting}", message));
            if (sources[i].Name.Length > 0 && !names.Add(sources[i].Name)) failures.Add(($"{at}.name", $"'{sources[i].Name}' is the name of another source too."));
        }

        for (var i = 0; i < fetch.AllowHosts.Count; i++)
            if (!HostForm().IsMatch(fetch.AllowHosts[i])) failures.Add(($"fetch.allowHosts[{i}]", $"'{fetch.AllowHosts[i]}' is not a host or host:port; IPv6 stands in brackets."));
        return failures;
    }

    private static IEnumerable<(string Setting, string Message)> Failures(SourceSettings source, AddressGuard guard)
    {
        if (!NameForm().IsMatch(source.Name)) yield return ("name", $"'{source.Name}' is not 1 to 80 characters without / \\ # ? % and control characters.");
        if (source.Url is null) yield return ("url", "A source needs an address.");
        else if (guard.Check(source.Url) is { } refused) yield return ("url", refused.Message);
        if (!LanguageForm().IsMatch(source.Language)) yield return ("language", $"'{source.Language}' is not a language like zh, en or zh-CN.");
        if (source.QuietAfter > TimeSpan.Zero && source.QuietAfter < source.Interval)
            yield return ("quietAfter", $"{source.QuietAfter} is shorter than the interval {source.Interval}; a source cannot be quiet before it is asked again.");
        foreach (var (name, value) in source.Headers)
        {
            if (!HeaderForm().IsMatch(name)) yield return ($"headers.{name}", "This is not the name of a header.");
            else if (OwnHeaders.Contains(name, StringComparer.OrdinalIgnoreCase)) yield return ($"headers.{name}", "This header is set by the program itself.");
            if (value.Any(char.IsControl)) yield return ($"headers.{name}", "The value holds a control character.");
        }

        foreach (var message in source.Mapping?.Validate() ?? []) yield return ("mapping", message);
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
