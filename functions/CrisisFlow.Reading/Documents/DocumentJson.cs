using System.Text.Json;
using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Reading.Documents;

/// <summary>
/// Writes a document as
/// <c>{kind,title,link,items:[{id,title,link,published,updated,author,text}],</c>
/// <c>problems:[{kind,source,place,message}]}</c>.
/// </summary>
public static class DocumentJson
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(Document document, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Readable);
        json.WriteStartObject();
        json.WriteString("kind", Name(document.Kind));
        json.WriteString("title", document.Title);
        json.WriteString("link", document.Link);
        json.WriteStartArray("items");
        foreach (var item in document.Items)
            Write(json, item);
        json.WriteEndArray();
        json.WriteStartArray("problems");
        foreach (var problem in document.Problems)
        {
            json.WriteStartObject();
            json.WriteString("kind", Name(problem.Kind));
            json.WriteString("source", problem.Source);
            json.WriteString("place", problem.Place);
            json.WriteString("message", problem.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>rss, atom, jsonfeed, jsonapi, csv, jsonl or unknown.</summary>
    public static string Name(DocumentKind kind) =>
        kind switch
        {
            DocumentKind.Rss => "rss",
            DocumentKind.Atom => "atom",
            DocumentKind.JsonFeed => "jsonfeed",
            DocumentKind.JsonApi => "jsonapi",
            DocumentKind.Csv => "csv",
            DocumentKind.JsonLines => "jsonl",
            _ => "unknown",
        };

    public static string Name(ReadProblemKind kind) =>
        kind switch
        {
            ReadProblemKind.Malformed => "malformed",
            ReadProblemKind.Truncated => "truncated",
            ReadProblemKind.Limit => "limit",
            ReadProblemKind.Encoding => "encoding",
            ReadProblemKind.Empty => "empty",
            ReadProblemKind.WebPage => "webpage",
            ReadProblemKind.Challenge => "challenge",
            ReadProblemKind.Unrecognised => "unrecognised",
            _ => "field",
        };

    private static void Write(Utf8JsonWriter json, DocumentItem item)
    {
        json.WriteStartObject();
        json.WriteString("id", item.Id);
        json.WriteString("title", item.Title);
        json.WriteString("link", item.Link);
        Time(json, "published", item.Published);
        Time(json, "updated", item.Updated);
        json.WriteString("author", item.Author);
        json.WriteString("text", item.Text);
        json.WriteEndObject();
    }

    /// <summary>UTC, RFC 3339, with fractions of a second only where there are some.</summary>
    private static void Time(Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } value)
            json.WriteString(
                name,
                value.UtcDateTime.ToString(
                    "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
                    System.Globalization.CultureInfo.InvariantCulture
                )
            );
        else
            json.WriteNull(name);
    }
}
