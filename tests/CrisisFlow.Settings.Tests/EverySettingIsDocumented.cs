using System.Text;
using CrisisFlow.Response.Channels;
using CrisisFlow.Testing;

namespace CrisisFlow.Settings.Tests;

/// <summary>docs/settings.md and crisisflow.schema.json are made from the code.</summary>
public sealed class EverySettingIsDocumented
{
    private static readonly IReadOnlyList<SettingsReference.Entry> All = SettingsReference.All(
        ChannelList.NewSettings()
    );

    [Fact]
    public void The_page_of_settings_says_what_the_code_says() => Generated.IsUpToDate("docs/settings.md", Page());

    [Fact]
    public void The_editors_schema_says_what_the_code_says() =>
        Generated.IsUpToDate("crisisflow.schema.json", Generated.Json(SettingsSchema.Write(ChannelList.NewSettings())));

    [Fact]
    public void Every_setting_has_a_description() =>
        Assert.Empty(All.Where(e => e.Description.Length < 10).Select(e => e.Name));

    private static string Page() =>
        """
            # Settings

            Made from the code by `scripts/generate`; a test keeps it current. Write them in `crisisflow.yaml`, in
            `appsettings.json` under `CrisisFlow`, as environment variables (`CrisisFlow__Warnings__EnterOrange=50`)
            or on the command line (`--set warnings.enterOrange=50`); a later one wins. Lengths of time are written
            `90s`, `15m`, `2h`, `1d`. `${env:NAME}` takes a value from the environment. A setting that does not exist,
            or is out of range, stops the start with file, line and column.

            """ + Tables();

    private static string Tables()
    {
        var page = new StringBuilder();
        foreach (var group in All.GroupBy(e => e.Name.Split('.', '[')[0]))
        {
            page.Append(
                $"\n## {group.Key}\n\n| setting | value | range | default | what it does "
                    + "|\n|---|---|---|---|---|\n"
            );
            foreach (var e in group)
                page.Append(
                    $"| `{e.Name}` | {Cell(e.Kind)} | {Cell(e.Range)} | "
                        + $"{(e.Default.Length == 0 ? "" : $"`{e.Default}`")} | {Cell(e.Text)} |\n"
                );
        }

        return page.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
