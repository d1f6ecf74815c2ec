namespace CrisisFlow.Mail;

/// <summary>Takes one mail to where mails go. Throws only for bugs. Never retries: the runtime alone does.</summary>
public interface IMailTransport
{
    Task<Delivery> SendAsync(MailMessage mail, CancellationToken cancellation = default);
}

/// <summary>One mail to one person.</summary>
/// <param name="Id">The effect's id; the same mail has the same id at every try. Becomes the Message-ID.</param>
/// <param name="Thread">Mails of one case share it; becomes References.</param>
public sealed record MailMessage(
    string Id,
    MailAddress From,
    MailAddress To,
    string Subject,
    string Html,
    string Text,
    string? Thread = null
);

/// <param name="Address">local@domain; checked when settings are read.</param>
/// <param name="Name">Display name; may be empty.</param>
public sealed record MailAddress(string Address, string Name);

/// <summary>How an adapter's try ended.</summary>
public abstract record Delivery
{
    /// <param name="Receipt">What the other side called it.</param>
    public sealed record Delivered(string Receipt) : Delivery;

    /// <param name="RetryAfter">The other side's Retry-After; null when absent.</param>
    public sealed record FailedForNow(string Reason, TimeSpan? RetryAfter = null) : Delivery;

    public sealed record FailedForGood(string Reason) : Delivery;
}
