using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace CrisisFlow.Presentation.Markup;

/// <summary>
/// Takes an interpolated string apart: literals are the program's own markup, holes are values and get encoded.
/// </summary>
[InterpolatedStringHandler]
public readonly ref struct HtmlTemplate(int literalLength, int formattedCount)
{
    private readonly StringBuilder written = new(literalLength + formattedCount * 24);

    public void AppendLiteral(string markup) => written.Append(markup);

    public void AppendFormatted(Html markup) => written.Append(markup.ToString());

    public void AppendFormatted(IEnumerable<Html> parts)
    {
        foreach (var part in parts)
            written.Append(part.ToString());
    }

    public void AppendFormatted(string? value) => HtmlText.Encode(value, written);

    public void AppendFormatted(int value) => written.Append(CultureInfo.InvariantCulture, $"{value}");

    public void AppendFormatted(long value) => written.Append(CultureInfo.InvariantCulture, $"{value}");

    public void AppendFormatted(double value, string format) =>
        written.Append(value.ToString(format, CultureInfo.InvariantCulture));

    internal string Finish() => written.ToString();
}
