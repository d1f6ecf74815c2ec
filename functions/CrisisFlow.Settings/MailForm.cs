using CrisisFlow.Mail;

namespace CrisisFlow.Settings;

public static class MailForm
{
    private const int Longest = 254;

    /// <summary>local@domain, without anything that could start another header or recipient.</summary>
    public static bool IsAddress(string text) => text.Length <= Longest && MailAddresses.Check(text) is null;
}
