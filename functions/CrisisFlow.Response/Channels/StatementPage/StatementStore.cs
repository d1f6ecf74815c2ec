using System.Globalization;
using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Mail;
using CrisisFlow.Storage;

namespace CrisisFlow.Response.Channels.StatementPage;

/// <summary>A statement as the public reads it.</summary>
/// <param name="Slug">
/// Last part of its address: time of approval and a hash, so that the same publication always has the same address.
/// </param>
public sealed record PublicStatement(string Slug, Language Language, string Title, string Body, DateTimeOffset At);

/// <summary>What the statement page has published, newest first. Rows are inserted and never changed.</summary>
public sealed class StatementStore(IEntityStore store)
{
    public const string Table = "statements";

    private const string Partition = "public";
    private const long MostDigits = 99_999_999_999_999;

    /// <summary>
    /// Inserts the statement; when it is there already nothing changes. The address is the same either way.
    /// </summary>
    public async Task<string> AddAsync(PublicationOrder order, CancellationToken cancellation)
    {
        var slug = Slug(order);
        // The body has at most 20,000 UTF-16 units, which is within a property's limit.
        await store.CommitAsync(
            Table,
            Partition,
            [
                new EntityChange.Insert(
                    Row(slug)!,
                    new EntityProperties
                    {
                        { "topic", order.Topic },
                        { "language", order.Language.Code },
                        { "title", order.Title },
                        { "body", order.Body },
                        { "version", order.Version },
                        { "hash", order.Hash },
                        { "at", order.ApprovedAt },
                    }
                ),
            ],
            cancellation
        );
        return slug;
    }

    public async Task<IReadOnlyList<PublicStatement>> NewestAsync(int take, CancellationToken cancellation)
    {
        var statements = new List<PublicStatement>();
        await foreach (var entity in store.ScanAsync(Table, Partition, RowRange.All, take, cancellation))
            statements.Add(Read(entity));
        return statements;
    }

    /// <summary>Null when there is none, or the slug is none of ours.</summary>
    public async Task<PublicStatement?> FindAsync(string slug, CancellationToken cancellation) =>
        Row(slug) is { } row && await store.GetAsync(Table, new EntityKey(Partition, row), cancellation) is { } entity
            ? Read(entity)
            : null;

    private static string Slug(PublicationOrder order) =>
        order.ApprovedAt.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)
        + "-"
        + MailHeaders.Hash($"{order.Case}|{order.Id}")[..12];

    /// <summary>The time turned round, so that the newest comes first.</summary>
    private static string? Row(string slug) =>
        slug.Length == 27
        && slug[14] == '-'
        && slug.AsSpan(15).ContainsAnyExcept("0123456789abcdef") is false
        && long.TryParse(slug.AsSpan(0, 14), NumberStyles.None, CultureInfo.InvariantCulture, out var digits)
            ? (MostDigits - digits).ToString("D14", CultureInfo.InvariantCulture) + slug[14..]
            : null;

    private static PublicStatement Read(Entity entity)
    {
        var digits = MostDigits - long.Parse(entity.Key.Row.AsSpan(0, 14), CultureInfo.InvariantCulture);
        var p = entity.Properties;
        return new PublicStatement(
            digits.ToString("D14", CultureInfo.InvariantCulture) + entity.Key.Row[14..],
            Language.Find(p.Text("language")) ?? Language.En,
            p.Text("title") ?? "",
            p.Text("body") ?? "",
            p.Time("at") ?? DateTimeOffset.UnixEpoch
        );
    }
}
