namespace CrisisFlow.Settings.Starting;

/// <summary>
/// Keys as they are written. That Azure must have one is the host's own check: there it comes from a vault, not from a
/// file.
/// </summary>
internal static class LinkRules
{
    private const int KeyLength = 32;

    public static void Check(LinkSettings links, Findings findings)
    {
        CheckKey("links.currentKey", links.CurrentKey, findings);
        CheckKey("links.previousKey", links.PreviousKey, findings);
        if (links.PreviousKey.Length > 0 && links.CurrentKey.Length == 0)
            findings.Add("links.previousKey", "There is a previous key and no current one.");
    }

    private static void CheckKey(string setting, string key, Findings findings)
    {
        if (
            key.Length > 0
            && (!Convert.TryFromBase64String(key, new byte[key.Length], out var length) || length < KeyLength)
        )
            findings.Add(setting, $"The key is not {KeyLength} bytes or more in base64.");
    }
}
