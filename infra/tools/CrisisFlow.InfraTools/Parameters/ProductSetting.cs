using CrisisFlow.Response.Channels;
using CrisisFlow.Settings;

namespace CrisisFlow.InfraTools.Parameters;

/// <summary>
/// A threshold or deadline that the Azure host reads: a number or a time that stands alone in the settings, not in a
/// list.
/// </summary>
/// <param name="Section">As settings write it: warnings.</param>
/// <param name="Name">As settings write it: enterOrange.</param>
/// <param name="Default">As a settings file writes it.</param>
/// <param name="Range">As "0 to 100"; empty when there is none.</param>
internal sealed record ProductSetting(
    string Section,
    string Name,
    Type Type,
    string Default,
    string Range,
    string Description
)
{
    private static readonly Type[] Kinds =
    [
        typeof(int),
        typeof(long),
        typeof(double),
        typeof(TimeSpan),
        typeof(TimeOnly),
    ];

    public string AppSetting => $"CrisisFlow__{Pascal(Section)}__{Pascal(Name)}";

    /// <summary>Bicep has no fractions, so only what is whole in the code is a number there.</summary>
    public bool IsWhole => Type == typeof(int) || Type == typeof(long);

    public static IReadOnlyList<ProductSetting> All() =>
        [
            .. SettingsReference
                .All(ChannelList.NewSettings())
                .Where(entry =>
                    Kinds.Contains(entry.Type)
                    && entry.OnlyOn != HostKind.Local
                    && !entry.Name.Contains('[', StringComparison.Ordinal)
                )
                .Select(Of),
        ];

    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static ProductSetting Of(SettingsReference.Entry entry) =>
        entry.Name.Split('.') is [var section, var name]
            ? new(
                section,
                name,
                entry.Type,
                entry.Default,
                entry.Range,
                $"{entry.Description} {entry.Range}; default {entry.Default}."
            )
            : throw new InvalidOperationException(
                $"The setting {entry.Name} is not a section and a name; infra/settings has no form for it."
            );
}
