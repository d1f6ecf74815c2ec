using System.Globalization;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading;

namespace CrisisFlow.Monitoring.Polling;

/// <summary>Where the next page of a JSON API lies.</summary>
internal static class Paging
{
    /// <summary>Null when there is none.</summary>
    /// <param name="asked">The source's own address, which parameters are put on.</param>
    /// <param name="page">The page before.</param>
    /// <param name="number">The wanted page, counted from 1.</param>
    public static Uri? Next(JsonMapping mapping, Uri asked, Uri current, Document page, int number)
    {
        if (mapping.Next is not null)
        {
            if (string.IsNullOrEmpty(page.Next) || page.Next is "0" or "false")
                return null;
            if (mapping.NextParameter is { } token)
                return With(asked, token, page.Next);
            return Uri.TryCreate(current, page.Next, out var next) ? next : null;
        }

        if (mapping.NextParameter is not { } parameter || page.Items.Count == 0)
            return null;
        return With(asked, parameter, (mapping.FirstPage + number - 1).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The address with one query parameter set or replaced.</summary>
    private static Uri With(Uri url, string name, string value)
    {
        var kept = url
            .Query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !pair.Split('=')[0].Equals(name, StringComparison.Ordinal));
        return new UriBuilder(url)
        {
            Query = string.Join('&', kept.Append($"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}")),
        }.Uri;
    }
}
