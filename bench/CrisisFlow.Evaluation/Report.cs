using System.Text;

namespace CrisisFlow.Evaluation;

/// <summary>The sections as one page.</summary>
internal static class Report
{
    public static string Write(IReadOnlyList<Section> sections)
    {
        var page = new StringBuilder();
        page.Append(
            "# Quality, as measured\n\n"
                + "Written by `./scripts/evaluate`; do not edit by hand. Learning never sees what is measured "
                + "here: splits "
                + "are by hash of the text, near-duplicates stay on one side.\n\n"
                + "Real titles are named by the beginning of their SHA-256: the repository repeats none. "
                + "`./scripts/evaluate` prints them, given the data (`bench/CrisisFlow.Evaluation/README.md`).\n"
        );
        var bars = sections.SelectMany(s => s.Bars).ToList();
        if (bars.Count > 0)
        {
            page.Append("\n## Bars\n\n| bar | wanted | measured | met |\n| --- | --- | --- | --- |\n");
            foreach (var bar in bars)
                page.Append($"| {bar.Name} | {bar.Wanted} | {bar.Measured} | {(bar.Met ? "yes" : "**no**")} |\n");
        }
        foreach (var section in sections)
            page.Append($"\n## {section.Title}\n\n{section.Markdown.TrimEnd()}\n");
        return page.ToString();
    }
}
