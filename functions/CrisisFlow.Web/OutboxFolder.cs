namespace CrisisFlow.Web;

/// <summary>Where a host without a mail server puts its mails.</summary>
/// <param name="Path">Null when mail really goes out; the pages of the outbox are then not there.</param>
public sealed record OutboxFolder(string? Path)
{
    public static readonly OutboxFolder None = new((string?)null);
}
