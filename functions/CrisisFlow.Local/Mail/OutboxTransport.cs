using CrisisFlow.Local.Storage;
using CrisisFlow.Mail;

namespace CrisisFlow.Local.Mail;

/// <summary>
/// Mails as .eml files in a folder. The name comes from the mail's id: a mail is one file however often it is sent.
/// </summary>
public sealed class OutboxTransport(string folder, TimeProvider time) : IMailTransport
{
    public string Folder { get; } = Made(folder);

    // Links that decide lie in it.
    private static string Made(string folder)
    {
        DataFolder.Create(folder);
        return Path.GetFullPath(folder);
    }

    /// <summary>The file a mail lies in, without its folder.</summary>
    public static string FileName(MailMessage mail) => MailHeaders.Hash(mail.Id) + ".eml";

    public async Task<Delivery> SendAsync(MailMessage mail, CancellationToken cancellation = default)
    {
        if (Eml.Refuses(mail) is { } reason)
            return new Delivery.FailedForGood(reason);
        var name = FileName(mail);
        var path = Path.Combine(Folder, name);
        var part = path + ".part";
        try
        {
            if (!File.Exists(path))
            {
                await File.WriteAllBytesAsync(part, Eml.Write(mail, time.GetUtcNow()), cancellation);
                File.Move(part, path, overwrite: true);
            }

            return new Delivery.Delivered(name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Delivery.FailedForNow($"Cannot write {name} to the outbox {Folder}: {e.Message}");
        }
    }
}
