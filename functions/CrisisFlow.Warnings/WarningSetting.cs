using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace CrisisFlow.Warnings;

/// <summary>One warning setting.</summary>
/// <param name="Name">As in the code: EnterOrange.</param>
/// <param name="Least">Inclusive.</param>
/// <param name="Most">Inclusive.</param>
public sealed record WarningSetting(
    string Name,
    double Least,
    double Most,
    string Description,
    Func<WarningSettings, double> Get,
    Action<WarningSettings, double> Set
)
{
    private const double MostWeight = 100;

    /// <summary>
    /// The properties of <see cref="WarningSettings"/> in their order, then a weight for every indicator.
    /// </summary>
    public static readonly IReadOnlyList<WarningSetting> All =
    [
        .. typeof(WarningSettings).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(Of),
        .. Indicator.All.Select(Of),
    ];

    /// <summary>The name as settings files write it, within their section.</summary>
    public string Key => char.ToLowerInvariant(Name[0]) + Name[1..];

    public bool IsWeight { get; private init; }

    /// <summary>By name, ignoring case; null when there is none.</summary>
    public static WarningSetting? Find(string name)
    {
        foreach (var setting in All)
            if (string.Equals(setting.Name, name, StringComparison.OrdinalIgnoreCase))
                return setting;
        return null;
    }

    private static WarningSetting Of(PropertyInfo property)
    {
        var range = property.GetCustomAttribute<RangeAttribute>()!;
        return new(
            property.Name,
            (double)range.Minimum,
            (double)range.Maximum,
            property.GetCustomAttribute<DescriptionAttribute>()!.Description,
            settings => (double)property.GetValue(settings)!,
            (settings, value) => property.SetValue(settings, value)
        );
    }

    private static WarningSetting Of(Indicator indicator) =>
        new(
            indicator.WeightSetting,
            0,
            MostWeight,
            $"Share of {indicator.Name} in the risk index.",
            settings => settings.Weight(indicator),
            (settings, value) => settings.SetWeight(indicator, value)
        )
        {
            IsWeight = true,
        };
}
