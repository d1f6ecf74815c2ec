using CrisisFlow.Testing;
using YamlDotNet.RepresentationModel;

namespace CrisisFlow.Infra.Tests.Pipelines;

/// <summary>A pipeline as its file says it.</summary>
internal sealed record Workflow(string Name, string Text, YamlMappingNode Root)
{
    public static IEnumerable<Workflow> All() =>
        Directory
            .EnumerateFiles(Path.Combine(RepositoryRoot.Path, ".github", "workflows"), "*.yml")
            .Order(StringComparer.Ordinal)
            .Select(Read);

    public static Workflow Named(string file) => Read(Path.Combine(RepositoryRoot.Path, ".github", "workflows", file));

    public IEnumerable<(string Name, YamlMappingNode Job)> Jobs =>
        ((YamlMappingNode)Root["jobs"]).Children.Select(j =>
            (((YamlScalarNode)j.Key).Value!, (YamlMappingNode)j.Value)
        );

    public static IEnumerable<YamlMappingNode> Steps(YamlMappingNode job) =>
        ((YamlSequenceNode)job["steps"]).Children.Cast<YamlMappingNode>();

    public static string? Value(YamlMappingNode node, string name) =>
        node.Children.TryGetValue(new YamlScalarNode(name), out var value) ? (value as YamlScalarNode)?.Value : null;

    public static IReadOnlyDictionary<string, string> Permissions(YamlMappingNode node) =>
        node.Children.TryGetValue(new YamlScalarNode("permissions"), out var value)
            ? ((YamlMappingNode)value).Children.ToDictionary(
                p => ((YamlScalarNode)p.Key).Value!,
                p => ((YamlScalarNode)p.Value).Value!
            )
            : new Dictionary<string, string>();

    private static Workflow Read(string file)
    {
        var text = File.ReadAllText(file);
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return new(Path.GetFileName(file), text, (YamlMappingNode)stream.Documents[0].RootNode);
    }
}
