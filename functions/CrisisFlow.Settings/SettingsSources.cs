using Microsoft.Extensions.Configuration;

namespace CrisisFlow.Settings;

/// <summary>Where a host's settings come from; a later one wins.</summary>
public sealed record SettingsSources
{
    /// <summary>Path of crisisflow.yaml; null when there is none.</summary>
    public string? File { get; init; }

    /// <summary>Environment, app settings, command line; null when there are none.</summary>
    public IConfiguration? Configuration { get; init; }

    /// <summary>Gives the value of an environment variable for ${env:NAME}, or null.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>
    /// The host will run elsewhere, in its own environment: a variable that is missing here is a note.
    /// </summary>
    public bool IsForElsewhere { get; init; }

    /// <summary>What the folder of playbooks is relative to; empty = the current directory.</summary>
    public string Folder { get; init; } = "";
}
