using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CrisisFlow.Settings;

/// <summary>Reads YAML, of settings and of playbooks, into nodes that know their lines.</summary>
internal static class YamlTree
{
    private const int MaxDepth = 16;
    private const int MaxValues = 20_000;

    /// <param name="name">Name shown in messages.</param>
    /// <param name="maxLength">In characters.</param>
    /// <returns>Null and one problem when the text is not YAML: anything else that could be said would only follow from
    /// that.</returns>
    public static WrittenNode? Read(string name, string text, int maxLength, List<SettingsProblem> problems)
    {
        if (text.Length > maxLength)
        {
            problems.Add(new(name, "", $"The file has {text.Length} characters; the limit is {maxLength}."));
            return null;
        }

        try
        {
            var documents = YamlText.Load(text).Documents;
            if (documents.Count > 1)
            {
                problems.Add(
                    new(
                        At(name, documents[1].RootNode.Start),
                        "",
                        $"The file has {documents.Count} YAML documents; it holds one."
                    )
                );
                return null;
            }

            var root = new WrittenNode(
                documents.Count == 0 ? $"{name} line 1 column 1" : At(name, documents[0].RootNode.Start)
            );
            var left = MaxValues;
            if (documents.Count > 0)
                Copy(new(name, text), documents[0].RootNode, root, 0, ref left, problems);
            return root;
        }
        catch (YamlException e)
        {
            problems.Add(
                YamlText.TabIndented(text) is { } line
                    ? new($"{name} line {line} column 1", "", "This line is indented with a tab; indent with spaces.")
                    : new(At(name, e.Start), "", Explained(e.InnerException?.Message ?? e.Message))
            );
            return null;
        }
    }

    /// <param name="Name">Shown in messages.</param>
    private sealed record YamlFile(string Name, string Text)
    {
        private string[]? _lines;

        /// <summary>The comment behind a place in a line; null when there is none.</summary>
        public string? CommentAfter(Mark end)
        {
            _lines ??= Text.Split('\n');
            if (end.Line < 1 || end.Line > _lines.Length)
                return null;
            var line = _lines[(int)end.Line - 1].TrimEnd('\r');
            // A quoted or folded value may end where the line does.
            var at = (int)Math.Min(end.Column - 1, line.Length);
            var rest = line[at..].TrimStart(' ', '\t');
            return
                rest.StartsWith('#') && (at == 0 || at == line.Length || line[at] is ' ' or '\t' || line[at - 1] is ' ')
                ? rest
                : null;
        }
    }

    private static void Copy(
        YamlFile file,
        YamlNode from,
        WrittenNode to,
        int depth,
        ref int left,
        List<SettingsProblem> problems
    )
    {
        if (depth > MaxDepth || --left < 0)
        {
            if (left >= -1)
                problems.Add(
                    new(
                        At(file.Name, from.Start),
                        "",
                        $"The file nests deeper than {MaxDepth} or holds more than {MaxValues} values."
                    )
                );
            left = Math.Min(left, -1);
            return;
        }

        if (from is YamlScalarNode any)
            to.Comment = file.CommentAfter(any.End);
        switch (from)
        {
            case YamlScalarNode scalar when !IsEmpty(scalar):
                to.Value = new(scalar.Value!, At(file.Name, scalar.Start));
                break;
            case YamlSequenceNode list:
                to.IsEmptyList = list.Children.Count == 0;
                for (var i = 0; i < list.Children.Count && left > 0; i++)
                {
                    var item = to.Children[i.ToString(CultureInfo.InvariantCulture)] = new(
                        At(file.Name, list.Children[i].Start)
                    );
                    Copy(file, list.Children[i], item, depth + 1, ref left, problems);
                }

                break;
            case YamlMappingNode map:
                foreach (var (key, value) in map.Children)
                {
                    if (left <= 0)
                        return;
                    var child = (key as YamlScalarNode)?.Value ?? "";
                    if (child.Length == 0 || to.Children.ContainsKey(child))
                        problems.Add(
                            new(
                                At(file.Name, key.Start),
                                child,
                                child.Length == 0 ? "A name is missing." : "This name appears twice."
                            )
                        );
                    else
                        Copy(
                            file,
                            value,
                            to.Children[child] = new(At(file.Name, key.Start)),
                            depth + 1,
                            ref left,
                            problems
                        );
                }

                break;
        }
    }

    /// <summary>The parser's words, and for the commonest slip what to look for.</summary>
    private static string Explained(string message) =>
        message.Contains("plain scalar", StringComparison.Ordinal)
        || message.Contains("expected ':'", StringComparison.Ordinal)
            ? message + " A ':' is probably missing here or on the line before."
            : message;

    private static bool IsEmpty(YamlScalarNode scalar) =>
        scalar is { Style: ScalarStyle.Plain or ScalarStyle.Any, Value: null or "" or "~" or "null" };

    private static string At(string name, Mark mark) => $"{name} line {mark.Line} column {mark.Column}";
}
