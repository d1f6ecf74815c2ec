using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CrisisFlow.Settings;

/// <summary>Reads a YAML file into setting nodes that know their lines.</summary>
internal static class YamlSettings
{
    private const int MaxLength = 1024 * 1024;
    private const int MaxDepth = 16;
    private const int MaxValues = 20_000;

    /// <param name="name">Name shown in messages.</param>
    public static SettingNode Read(string name, string text, List<SettingsProblem> problems)
    {
        var root = new SettingNode(name);
        if (text.Length > MaxLength)
        {
            problems.Add(new(name, "", $"The file has {text.Length} characters; the limit is {MaxLength}."));
            return root;
        }

        try
        {
            var stream = YamlText.Load(text);
            if (stream.Documents.Count > 1)
                problems.Add(new(name, "", $"The file has {stream.Documents.Count} YAML documents; it holds one."));
            var left = MaxValues;
            if (stream.Documents.Count > 0 && !IsEmpty(stream.Documents[0].RootNode))
                Copy(name, stream.Documents[0].RootNode, root, 0, ref left, problems);
        }
        catch (YamlException e)
        {
            problems.Add(new(At(name, e.Start), "", e.InnerException?.Message ?? e.Message));
        }

        return root;
    }

    private static void Copy(string name, YamlNode from, SettingNode to, int depth, ref int left, List<SettingsProblem> problems)
    {
        if (depth > MaxDepth || --left < 0)
        {
            if (left >= -1)
                problems.Add(new(At(name, from.Start), "", $"The file nests deeper than {MaxDepth} or holds more than {MaxValues} values."));
            left = Math.Min(left, -1);
            return;
        }

        switch (from)
        {
            case YamlScalarNode scalar when !IsEmpty(scalar):
                to.Value = new(scalar.Value!, At(name, scalar.Start));
                break;
            case YamlSequenceNode list:
                for (var i = 0; i < list.Children.Count && left > 0; i++)
                    Copy(name, list.Children[i], to.Children[i.ToString(System.Globalization.CultureInfo.InvariantCulture)] = new(At(name, list.Children[i].Start)), depth + 1, ref left, problems);
                break;
            case YamlMappingNode map:
                foreach (var (key, value) in map.Children)
                {
                    if (left <= 0) return;
                    var child = (key as YamlScalarNode)?.Value ?? "";
                    if (child.Length == 0 || to.Children.ContainsKey(child))
                        problems.Add(new(At(name, key.Start), child, child.Length == 0 ? "A name is missing." : "The name stands here twice."));
                    else
                        Copy(name, value, to.Children[child] = new(At(name, key.Start)), depth + 1, ref left, problems);
                }

                break;
        }
    }

    private static bool IsEmpty(YamlNode node) =>
        node is YamlScalarNode { Style: ScalarStyle.Plain or ScalarStyle.Any, Value: null or "" or "~" or "null" };

    private static string At(string name, Mark mark) => $"{name} line {mark.Line} column {mark.Column}";
}
