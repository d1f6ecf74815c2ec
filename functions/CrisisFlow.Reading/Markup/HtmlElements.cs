using System.Collections.Frozen;
using AngleSharp.Html.Parser;

namespace CrisisFlow.Reading.Markup;

/// <summary>What has to be known about HTML's elements to read text out of them.</summary>
internal static class HtmlElements
{
    private static readonly FrozenSet<string> Void = Set(
        "area base br col embed hr img input link meta param source track wbr"
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Block = BySpan(
        "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption "
            + "figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav "
            + "ol option p "
            + "pre section summary table tbody tfoot thead title tr ul"
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Silent = BySpan(
        "script style template noembed noframes iframe object svg math textarea select datalist title head"
    );

    public static bool IsVoid(string key) => Void.Contains(key);

    /// <summary>Elements that begin a new line.</summary>
    public static bool IsBlock(ReadOnlySpan<char> name) => Block.Contains(name);

    /// <summary>The name when the inside of such an element is not for reading; else null.</summary>
    public static string? SilentName(ReadOnlySpan<char> name) =>
        Silent.TryGetValue(name, out var silent) ? silent : null;

    /// <summary>
    /// How the tokenizer reads on after a start tag; the standard leaves that to whoever builds the tree.
    /// </summary>
    public static HtmlParseMode ModeOf(ReadOnlySpan<char> name) =>
        name switch
        {
            "script" => HtmlParseMode.Script,
            "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
            "textarea" or "title" => HtmlParseMode.RCData,
            "plaintext" => HtmlParseMode.Plaintext,
            _ => HtmlParseMode.PCData,
        };

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BySpan(string names) =>
        Set(names).GetAlternateLookup<ReadOnlySpan<char>>();
}
