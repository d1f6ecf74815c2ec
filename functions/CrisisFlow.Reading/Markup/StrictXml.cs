using System.Xml;
using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Reading.Markup;

/// <summary>Reads well-formed XML: no DTD, no resolver, own limits on depth and attributes.</summary>
internal static class StrictXml
{
    /// <summary>Null when the document is not well-formed; <paramref name="reason"/> then says where and why.</summary>
    public static Element? Read(string text, ProblemList problems, out ReadProblem? reason)
    {
        reason = null;
        var builder = new TreeBuilder(problems);
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = problems.Options.Limits.Bytes + 1L,
            MaxCharactersFromEntities = 1024,
        };
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), settings);
            Read(reader, builder);
            return builder.Root;
        }
        catch (XmlException error)
        {
            reason = problems.Options.Problem(
                ReadProblemKind.Malformed,
                ProblemList.At(error.LineNumber, error.LinePosition),
                $"The XML is not well-formed: {Sentence(error)} It was read as far as it goes."
            );
            return null;
        }
    }

    private static void Read(XmlReader reader, TreeBuilder builder)
    {
        var position = (IXmlLineInfo)reader;
        reader.Read();
        while (!reader.EOF)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var empty = reader.IsEmptyElement;
                    if (
                        !builder.Open(
                            reader.Prefix,
                            reader.LocalName,
                            reader.NamespaceURI,
                            position.LineNumber,
                            position.LinePosition
                        )
                    )
                    {
                        reader.Skip();
                        continue;
                    }

                    while (reader.MoveToNextAttribute())
                        builder.Attribute(reader.Prefix, reader.LocalName, reader.Value);
                    if (empty)
                        builder.Close();
                    break;
                case XmlNodeType.EndElement:
                    builder.Close();
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    if (builder.Depth > 0)
                        builder.Text(reader.Value, raw: false);
                    break;
                case XmlNodeType.CDATA:
                    builder.Text(reader.Value, raw: true);
                    break;
            }

            reader.Read();
        }
    }

    /// <summary>
    /// The runtime's sentence without the position it ends with, and without what a feed may have put into it.
    /// </summary>
    private static string Sentence(XmlException error)
    {
        var message = error.Message;
        var tail = message.LastIndexOf(" Line ", StringComparison.Ordinal);
        return string.Join(
            ' ',
            (tail < 0 ? message : message[..tail]).Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)
        );
    }
}
