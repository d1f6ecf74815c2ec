using System.Diagnostics.CodeAnalysis;

namespace CrisisFlow.Presentation.Markup;

/// <summary>
/// A piece of finished markup. It is made from an interpolated string: what stands in the source is markup, every value
/// put into it is encoded.
/// </summary>
/// <remarks>
/// There is no way from a string to markup other than <see cref="Own"/>, which is for constants of this program.
/// </remarks>
public readonly struct Html
{
    private readonly string? text;

    private Html(string text) => this.text = text;

    public static readonly Html Empty = new("");

    public bool IsEmpty => string.IsNullOrEmpty(text);

    /// <summary>
    /// Markup with encoded values: <c>Html.Of($"&lt;p&gt;{value}&lt;/p&gt;")</c>. Attribute values must stand in double
    /// quotes.
    /// </summary>
    public static Html Of(HtmlTemplate template) => new(template.Finish());

    /// <summary>Markup that is a constant of this program.</summary>
    public static Html Own([ConstantExpected] string markup) => new(markup);

    /// <summary>A value as text.</summary>
    public static Html Text(string? value) => new(HtmlText.Encode(value));

    /// <summary>
    /// Content from outside: encoded, kept from turning the text around it, and cleaned of what cannot be shown.
    /// </summary>
    public static Html Outside(string? value) =>
        string.IsNullOrEmpty(value) ? Empty : new("<bdi>" + HtmlText.Encode(value) + "</bdi>");

    /// <summary>Content from outside with its line ends kept.</summary>
    public static Html OutsideLines(string? value) =>
        string.IsNullOrEmpty(value)
            ? Empty
            : new("<span class=\"lines\" dir=\"auto\">" + HtmlText.Encode(value) + "</span>");

    /// <summary>
    /// A link to an address from outside; only http and https become links, everything else is shown as text.
    /// </summary>
    public static Html OutsideLink(string? address, string? text = null)
    {
        var shown = Outside(string.IsNullOrWhiteSpace(text) ? address : text);
        return OutsideAddress.Check(address) is { } safe
            ? Of($"""<a href="{safe}" rel="noreferrer noopener" target="_blank">{shown}</a>""")
            : shown;
    }

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.text)));

    public static Html operator +(Html left, Html right) => new(left.text + right.text);

    public override string ToString() => text ?? "";
}
