namespace CrisisFlow.Testing.Cases;

/// <summary>Names of channels as playbooks write them. The product's own list is in CrisisFlow.Response.</summary>
public static class Channel
{
    public const string StatementPage = "statement-page";

    public const string Webhook = "webhook";

    public const string TalkTrack = "talk-track";
}
