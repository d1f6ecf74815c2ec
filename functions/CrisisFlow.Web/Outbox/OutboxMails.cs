using System.Globalization;
using CrisisFlow.Mail;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Markup;

namespace CrisisFlow.Web.Outbox;

/// <summary>Reads the mails that a host without a mail server wrote into a folder.</summary>
internal static class OutboxMails
{
    private const int Most = 200;
    private const int LongestName = 128;
    private const long LongestFile = 4 * 1024 * 1024;

    /// <summary>Newest first, by file name; what cannot be read is left out.</summary>
    public static IReadOnlyList<(string Name, ReadMail Mail)> Newest(string folder)
    {
        var directory = new DirectoryInfo(folder);
        if (!directory.Exists)
            return [];
        return
        [
            .. directory
                .GetFiles("*.eml")
                .OrderByDescending(file => file.LastWriteTimeUtc)
                .ThenByDescending(file => file.Name, StringComparer.Ordinal)
                .Take(Most)
                .Select(file => (file.Name, Mail: Read(file)!))
                .Where(one => one.Mail is not null),
        ];
    }

    /// <param name="name">A file's own name, and nothing that leads elsewhere.</param>
    public static ReadMail? Find(OutboxFolder outbox, string name)
    {
        if (
            outbox.Path is not { } folder
            || name.Length > LongestName
            || !name.EndsWith(".eml", StringComparison.Ordinal)
        )
            return null;
        if (!name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            return null;
        var file = new FileInfo(Path.Combine(folder, name));
        return file.Exists ? Read(file) : null;
    }

    /// <summary>A header's date as every other time is shown.</summary>
    public static Html At(Viewer viewer, string date) =>
        DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, out var at) ? viewer.Stamp(at) : Html.Text(date);

    /// <summary>Name and address without the marks a header needs.</summary>
    public static Html Address(string address) => Html.Outside(address.Replace("\"", "", StringComparison.Ordinal));

    private static ReadMail? Read(FileInfo file)
    {
        try
        {
            return file.Length > LongestFile ? null : EmlReader.Read(File.ReadAllBytes(file.FullName));
        }
        catch (IOException)
        {
            return null;
        }
    }
}
