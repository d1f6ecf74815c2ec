using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml.Linq;
using CrisisFlow.Testing;

namespace CrisisFlow.Settings.Tests;

/// <summary>docs/settings.md and crisisflow.schema.json are made from the code. With UPDATE_DOCS=1 these tests write them.</summary>
public sealed class EverySettingIsDocumented
{
    private static readonly Lazy<Dictionary<string, string>> Summaries = new(() =>
        XDocument.Load(Path.Combine(AppContext.BaseDirectory, "CrisisFlow.Warnings.xml")).Descendants("member")
            .ToDictionary(m => m.Attribute("name")!.Value, m => Plain(m.Element("summary"))));

    [Fact]
    public void The_page_of_settings_says_what_the_code_says() => IsUpToDate("docs/settings.md", Page());

    [Fact]
    public void The_readme_lists_every_setting()
    {
        const string begin = "<!-- settings: made from the code -->\n", end = "<!-- end of settings -->";
        var path = Path.Combine(RepositoryRoot.Path, "README.md");
        var readme = File.ReadAllText(path).ReplaceLineEndings("\n");
        var (from, to) = (readme.IndexOf(begin, StringComparison.Ordinal) + begin.Length, readme.IndexOf(end, StringComparison.Ordinal));
        Assert.True(from >= begin.Length && to >= from, "README.md lacks the marks between which the settings stand.");
        IsUpToDate("README.md", readme[..from] + Tables("###") + "\n" + readme[to..]);
    }

    [Fact]
    public void The_editors_schema_says_what_the_code_says() => IsUpToDate(
        "crisisflow.schema.json",
        SettingsSchema.Write(Describe).ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver() }).ReplaceLineEndings("\n") + "\n");

    [Fact]
    public void Every_setting_has_a_description() =>
        Assert.Empty(SettingsReference.All(Describe).Where(e => e.Description.Length < 10).Select(e => e.Name));

    private static string Page() =>
        "# Settings\n\nMade from the code; a test keeps it so. Write them in `crisisflow.yaml`, in `appsettings.json` under `CrisisFlow`, as environment variables"
        + " (`CrisisFlow__Warnings__EnterOrange=50`) or on the command line (`--set warnings.enterOrange=50`); a later one wins."
        + " Lengths of time are written `90s`, `15m`, `2h`, `1d`. `${env:NAME}` takes a value from the environment.\n" + Tables("##");

    private static string Tables(string heading)
    {
        var page = new StringBuilder();
        foreach (var group in SettingsReference.All(Describe).GroupBy(e => e.Name.Split('.', '[')[0]))
        {
            page.Append($"\n{heading} {group.Key}\n\n| setting | value | range | default | what it does |\n|---|---|---|---|---|\n");
            foreach (var e in group)
                page.Append($"| `{e.Name}` | {Cell(e.Kind)} | {Cell(e.Range)} | {(e.Default.Length == 0 ? "" : $"`{e.Default}`")} | {Cell(e.Description)} |\n");
        }

        return page.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Describe(PropertyInfo property) =>
        Summaries.Value.GetValueOrDefault($"P:{property.DeclaringType!.FullName}.{property.Name}", "");

    private static string Plain(XElement? summary)
    {
        if (summary is null) return "";
        foreach (var see in summary.Descendants("see").ToList()) see.ReplaceWith(see.Attribute("cref")?.Value.Split('.')[^1] ?? "");
        foreach (var parameter in summary.Descendants("paramref").ToList()) parameter.ReplaceWith(parameter.Attribute("name")?.Value ?? "");
        return string.Join(' ', summary.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void IsUpToDate(string file, string expected)
    {
        var path = Path.Combine(RepositoryRoot.Path, file);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(path, expected);
        Assert.True(File.Exists(path), $"{file} is missing; UPDATE_DOCS=1 dotnet test writes it.");
        Assert.Equal(expected, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }
}
