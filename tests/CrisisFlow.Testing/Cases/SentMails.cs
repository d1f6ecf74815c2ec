using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Response.Engine;
using CrisisFlow.Storage;

namespace CrisisFlow.Testing.Cases;

/// <summary>Tells of mails that arrived what the case had asked for.</summary>
public static class SentMails
{
    /// <param name="arrived">Ids of mails, from anywhere.</param>
    /// <returns>In the order in which the case asked for them.</returns>
    public static async Task<IReadOnlyList<CaseAction.SendMail>> OfAsync(
        IEntityStore store,
        CaseId id,
        IEnumerable<string> arrived
    )
    {
        var ids = arrived.ToHashSet(StringComparer.Ordinal);
        var sent = new List<CaseAction.SendMail>();
        await foreach (var row in store.ScanAsync(CaseTables.Cases, id.Value, RowRange.Prefix("x-mail-")))
            if (
                CaseJson.ReadAction(row.Properties.ReadLong("Json")) is CaseAction.SendMail mail
                && ids.Contains($"{id}.{mail.Id}")
            )
                sent.Add(mail);
        return sent;
    }
}
