using CrisisFlow.Cases.Playbooks;

namespace CrisisFlow.Settings.Playbooks;

/// <summary>The playbook that ships with the program and serves every category, type and level.</summary>
public static class BuiltInPlaybook
{
    private static readonly Lazy<PlaybookReading> Read = new(() =>
        PlaybookYaml.Read("built-in playbook", Yaml, channels: null)
    );

    public static Playbook Value =>
        Read.Value.Playbook
        ?? throw new InvalidOperationException(
            "The built-in playbook has problems: " + string.Join(" ", Read.Value.Problems)
        );

    public static IReadOnlyList<AskedRole> Roles => Read.Value.Roles;

    /// <summary>Its text, to start an own playbook from.</summary>
    public static string Yaml
    {
        get
        {
            using var stream =
                typeof(BuiltInPlaybook).Assembly.GetManifestResourceStream("built-in.yaml")
                ?? throw new InvalidOperationException("The built-in playbook is not embedded.");
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }
}
