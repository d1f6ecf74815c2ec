using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Reading.Pushed;
using CrisisFlow.Settings;
using CrisisFlow.Web;

namespace CrisisFlow.App;

/// <summary>POST /mentions?source=NAME&amp;category=social: what platforms push. Answers {items, matched, problems: [{source, place, message}]}.</summary>
/// <remarks>
/// 200: every good item is safe, also when others were not good. 400: nothing of the body could be taken. 401: the key is missing or wrong.
/// 503: nothing is lost, send it again; sending again counts once.
/// </remarks>
internal sealed class PushedMentions(PushedMentions.Take take, CrisisFlowSettings settings)
{
    private const int LongestSource = 80;

    private static readonly string[] Categories = Enum.GetNames<SourceCategory>();

    /// <summary>Takes in what was pushed.</summary>
    internal delegate Task<Ingested> Take(string source, Func<string, SourceCategory> category, IReadOnlyList<DocumentItem> items, CancellationToken cancellation);

    public async Task<SiteResponse> HandleAsync(SiteRequest request, CancellationToken cancellation)
    {
        // A page of another site can make a browser on this machine send a body; without a key the browser's word is all there is to tell it by.
        if (settings.ApiKeys.Mentions.Length == 0 && IsForeign(request)) return SiteResponse.Json(403, """{"error":"The request comes from another site."}""");
        if (!IsAdmitted(request)) return SiteResponse.Json(401, """{"error":"The header X-Api-Key is missing or wrong."}""");
        if (!string.IsNullOrEmpty(request.ContentEncoding)) return SiteResponse.Json(415, """{"error":"The body is compressed; send it plain."}""");
        var query = FormReader.Parse(request.QueryString) ?? Fields.None;
        var source = query["source"] is { Length: > 0 } name ? name : "pushed";
        if (source.Length > LongestSource) return SiteResponse.Json(400, $$"""{"error":"The source has {{source.Length}} characters; the limit is {{LongestSource}}."}""");
        // By name only: Enum.TryParse would take numbers and lists as well.
        var given = query["category"] is { Length: > 0 } asked ? asked : nameof(SourceCategory.Social);
        if (Array.FindIndex(Categories, c => c.Equals(given, StringComparison.OrdinalIgnoreCase)) is not (>= 0 and var place))
            return SiteResponse.Json(400, """{"error":"The category is not one of hotList, news, social, forum, review, support."}""");

        var category = Enum.GetValues<SourceCategory>()[place];
        var body = await ReadAsync(request.Body, cancellation);
        var read = MentionBody.Read(body, source);
        if (read.Refused) return SiteResponse.Json(400, Answer(0, 0, read.Problems));
        var known = settings.Sources.ToDictionary(s => s.Name, s => s.Category, StringComparer.OrdinalIgnoreCase);
        var taken = await take(source, from => known.TryGetValue(from, out var its) ? its : category, read.Items, cancellation);
        return SiteResponse.Json(200, Answer(taken.Items, taken.Matched, read.Problems));
    }

    // One byte more than is taken, so that the reader says it was too much.
    private static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream body, CancellationToken cancellation)
    {
        var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        while (buffer.Length <= MentionBody.BytesLimit)
        {
            var length = await body.ReadAsync(chunk, cancellation);
            if (length == 0) break;
            buffer.Write(chunk, 0, length);
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    private static string Answer(int items, int matched, IReadOnlyList<ReadProblem> problems)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("items", items);
            json.WriteNumber("matched", matched);
            json.WriteStartArray("problems");
            foreach (var problem in problems)
            {
                json.WriteStartObject();
                json.WriteString("source", problem.Source);
                json.WriteString("place", problem.Place);
                json.WriteString("message", problem.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static bool IsForeign(SiteRequest request) => request.Origin is not null || request.FetchSite is not (null or "same-origin" or "none");

    private bool IsAdmitted(SiteRequest request) =>
        settings.ApiKeys.Mentions.Length == 0 ? request.IsTrusted : ShownKey.Is(request.ApiKey, settings.ApiKeys.Mentions);
}
