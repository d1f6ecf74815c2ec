using CrisisFlow.Core.Mentions;
using CrisisFlow.Fetching;
using CrisisFlow.Fetching.Guarding;
using CrisisFlow.Reading;
using CrisisFlow.Reading.Documents;
using CrisisFlow.Settings;

namespace CrisisFlow.Monitoring.Polling;

/// <summary>Fetches a source and reads it, with its further pages when its mapping names them.</summary>
/// <param name="local">Zone of dates written for readers; null = that of other dates.</param>
internal sealed class SourceFetch(Fetcher fetcher, TimeZoneInfo? local)
{
    /// <summary>While a document is read it takes several times its size.</summary>
    private const int ReadAtOnce = 2;

    private readonly SemaphoreSlim _reading = new(ReadAtOnce);

    /// <returns>
    /// The first page's answer; a document when something came, also when it could not be read and the answer is a
    /// failure.
    /// </returns>
    public async Task<(FetchResult Answer, Document? Document)> AskAsync(
        SourceSettings source,
        FetchRequest request,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var answer = await fetcher.FetchAsync(request, cancellation);
        if (answer is not FetchResult.Fetched fetched)
            return (answer, null);
        var document = await ReadAsync(source, fetched, now, cancellation);
        if (!document.Readable)
            return (new FetchResult.Failed(Reason(document), Sentence(document)), document);
        if (source.Mapping is { } mapping)
            document = await PagesAsync(source, mapping, request, fetched.Url, document, now, cancellation);
        return (fetched, document);
    }

    private async Task<Document> ReadAsync(
        SourceSettings source,
        FetchResult.Fetched fetched,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        await _reading.WaitAsync(cancellation);
        try
        {
            return Read(source, fetched, now);
        }
        finally
        {
            _reading.Release();
        }
    }

    private Document Read(SourceSettings source, FetchResult.Fetched fetched, DateTimeOffset now)
    {
        var document = DocumentReader.Read(
            fetched.Body,
            new ReadOptions
            {
                Source = source.Name,
                BaseUrl = fetched.Url.AbsoluteUri,
                ContentType = fetched.ContentType,
                Mapping = source.Mapping,
                Language = source.Language.Length == 0 ? null : source.Language,
                Zone = source.Zone(),
                LocalZone = local,
                Now = now,
            }
        );
        return fetched.CutShort is null
            ? document
            : document with
            {
                Problems =
                [
                    new(source.Name, "", fetched.CutShort) { Kind = ReadProblemKind.Truncated },
                    .. document.Problems,
                ],
            };
    }

    private async Task<Document> PagesAsync(
        SourceSettings source,
        JsonMapping mapping,
        FetchRequest request,
        Uri url,
        Document first,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var (items, problems) = (first.Items.ToList(), first.Problems.ToList());
        var seen = items.Select(Shown).ToHashSet();
        var page = first;
        for (var number = 2; number <= mapping.MaxPages; number++)
        {
            if (Paging.Next(mapping, request.Url, url, page, number) is not { } next)
                break;
            if (!FetchMessages.SameOrigin(next, url))
            {
                problems.Add(
                    new(
                        source.Name,
                        "",
                        $"Page {number} lies at '{AddressGuard.Shown(next)}', another host than the source's; it "
                            + "was not fetched."
                    )
                );
                break;
            }

            var answer = await fetcher.FetchAsync(new(next, source.Headers), cancellation);
            if (answer is not FetchResult.Fetched fetched)
            {
                if (answer is FetchResult.Failed failed)
                    problems.Add(new(source.Name, "", $"Page {number} is missing: {failed.Message}"));
                break;
            }

            page = await ReadAsync(source, fetched, now, cancellation);
            problems.AddRange(page.Problems);
            var fresh = Ranks.OfPage(page, first.RanksFromZero).Where(item => seen.Add(Shown(item))).ToList();
            if (fresh.Count == 0)
                break;
            items.AddRange(fresh);
        }

        return SharedIds.Without(first with { Items = items, Problems = problems }, source.Name);
    }

    // An id that all pages' items share tells nothing.
    private static (string Key, string? Link, string Title) Shown(DocumentItem item) =>
        (ItemKey.Of(item), item.Link, item.Title);

    private static FetchFailure Reason(Document document) =>
        document.Problems.Any(static problem => problem.Kind == ReadProblemKind.Challenge)
            ? FetchFailure.Challenge
            : FetchFailure.Unreadable;

    private static string Sentence(Document document) =>
        document.Problems.Count == 0 ? "The document could not be recognised." : document.Problems[^1].Message;
}
