namespace CrisisFlow.Mail;

/// <summary>Keys under which a host registers its mail transports.</summary>
public static class MailTransports
{
    /// <summary>
    /// Mails that really go out. Everything that sends asks for the transport without a key, which counts them on the
    /// way.
    /// </summary>
    public const string Outside = "outside";

    /// <summary>The mails of drills.</summary>
    public const string Drill = "drill";
}
