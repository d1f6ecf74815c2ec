namespace CrisisFlow.Settings;

/// <summary>The hosts that settings can be for.</summary>
public enum HostKind
{
    /// <summary>One machine.</summary>
    Local,

    /// <summary>Azure Functions.</summary>
    Azure,
}

/// <summary>
/// Only this host reads the setting, or the section. The other one says so when the setting is written.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OnlyOnAttribute(HostKind host) : Attribute
{
    public HostKind Host { get; } = host;
}

public static class HostNames
{
    /// <summary>As sentences name it.</summary>
    public static string Name(this HostKind host) => host == HostKind.Local ? "one-machine host" : "Azure host";
}
