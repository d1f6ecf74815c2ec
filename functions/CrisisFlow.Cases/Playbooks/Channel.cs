namespace CrisisFlow.Cases.Playbooks;

/// <summary>The channels this product brings. A channel's name has 1 to 32 characters a-z, 0-9 and '-'.</summary>
public static class Channel
{
    /// <summary>The product's own public statement page with its Atom feed.</summary>
    public const string StatementPage = "statement-page";

    /// <summary>A signed JSON post to an address in settings.</summary>
    public const string Webhook = "webhook";

    /// <summary>A mail to the press list in settings.</summary>
    public const string PressMail = "press-mail";

    /// <summary>The page customer service reads its answers from.</summary>
    public const string TalkTrack = "talk-track";
}
