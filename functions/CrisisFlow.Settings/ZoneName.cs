namespace CrisisFlow.Settings;

internal static class ZoneName
{
    /// <summary>What is wrong with a zone that is not found.</summary>
    public static string Unknown(string name) =>
        $"'{name}' is not a time zone this machine knows; write an IANA name such as Asia/Shanghai.";
}
