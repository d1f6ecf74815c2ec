using CrisisFlow.Cases.Playbooks;

namespace CrisisFlow.Settings.Playbooks;

/// <summary>The playbook that ships with the program and serves every category, type and level.</summary>
public static class BuiltInPlaybook
{
    private static readonly Lazy<Playbook> Loaded = new(() =>
        PlaybookYaml.Read("built-in.yaml", Yaml) is { Playbook: { } playbook }
            ? playbook
            : throw new InvalidOperationException("The built-in playbook has problems: " + string.Join(" ", PlaybookYaml.Read("built-in.yaml", Yaml).Problems)));

    public static Playbook Value => Loaded.Value;

    /// <summary>Its text, to start an own playbook from.</summary>
    public static string Yaml
    {
        get
        {
            using var stream = typeof(BuiltInPlaybook).Assembly.GetManifestResourceStream("built-in.yaml")
                ?? throw new InvalidOperationException("The built-in playbook is not embedded.");
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }
}
