using System.Text;

namespace CrisisFlow.Reading.Markup;

/// <summary>Writes the content of an element back as markup or as text.</summary>
internal static class MarkupWriter
{
    public static string Text(Element element)
    {
        var text = new StringBuilder();
        AppendText(text, element);
        return text.ToString();
    }

    /// <summary>Markup inside the element; CDATA is kept unchanged.</summary>
    /// <param name="escaped">
    /// True when text was markup already, escaped to stand in XML, and so is not encoded again.
    /// </param>
    public static string Inner(Element element, bool escaped)
    {
        var text = new StringBuilder();
        AppendInner(text, element, escaped);
        return text.ToString().Trim();
    }

    // Depth is bounded by the reader's limit, so recursion is too.
    private static void AppendText(StringBuilder text, Element element)
    {
        foreach (var node in element.Nodes)
            if (node.Element is { } child)
                AppendText(text, child);
            else
                text.Append(node.Text);
    }

    private static void AppendInner(StringBuilder text, Element element, bool escaped)
    {
        foreach (var node in element.Nodes)
            if (node.Element is { } child)
                AppendOuter(text, child, escaped);
            else if (node.Raw || escaped)
                text.Append(node.Text);
            else
                AppendEncoded(text, node.Text!, quoted: false);
    }

    private static void AppendOuter(StringBuilder text, Element element, bool escaped)
    {
        var name = element.Prefix.Length == 0 ? element.Name : element.Prefix + ":" + element.Name;
        text.Append('<').Append(name);
        foreach (var attribute in element.Attributes)
        {
            text.Append(' ').Append(attribute.Written).Append("=\"");
            AppendEncoded(text, attribute.Value, quoted: true);
            text.Append('"');
        }

        if (element.Nodes.Count == 0 && HtmlElements.IsVoid(element.Key))
        {
            text.Append(" />");
            return;
        }

        text.Append('>');
        AppendInner(text, element, escaped);
        // Only a document that is no XML leaves something inside a <br>.
        if (!HtmlElements.IsVoid(element.Key))
            text.Append("</").Append(name).Append('>');
    }

    private static void AppendEncoded(StringBuilder text, string value, bool quoted)
    {
        foreach (var c in value)
            switch (c)
            {
                case '&':
                    text.Append("&amp;");
                    break;
                case '<':
                    text.Append("&lt;");
                    break;
                case '>':
                    text.Append("&gt;");
                    break;
                case '"' when quoted:
                    text.Append("&quot;");
                    break;
                default:
                    text.Append(c);
                    break;
            }
    }
}
