using System.Collections.Frozen;

namespace CrisisFlow.Reading.Markup;

/// <summary>What has to be known about HTML's elements to read text out of them.</summary>
internal static class HtmlElements
{
    private static readonly FrozenSet<string> Void = Set("area base br col embed hr img input link meta param source track wbr");

    private static readonly FrozenSet<string> Block = Set(
        "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset " +
        "h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol option p pre section summary table tbody tfoot thead title tr ul");

    private static readonly FrozenSet<string> Silent = Set("script style template noembed noframes iframe object svg math textarea select head");

    public static bool IsVoid(string key) => Void.Contains(key);

    /// <summary>Elements that begin a new line.</summary>
    public static bool IsBlock(string key) => Block.Contains(key);

    /// <summary>Elements whose inside is not for reading.</summary>
    public static bool IsSilent(string key) => Silent.Contains(key);

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
