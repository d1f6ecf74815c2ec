using System.ComponentModel.DataAnnotations;

namespace CrisisFlow.Settings;

/// <summary>
/// Every setting with its kind, range and default: what the documentation and the editors' schema are made from.
/// </summary>
public static class SettingsReference
{
    /// <param name="Name">Dotted; items of lists as people[].name.</param>
    /// <param name="Kind">What a value looks like, with its unit.</param>
    /// <param name="Range">Empty when there is none.</param>
    /// <param name="Default">Empty when there is none.</param>
    /// <param name="OnlyOn">The only host that reads it; null = every one.</param>
    public sealed record Entry(
        string Name,
        string Kind,
        string Range,
        string Default,
        string Description,
        Type Type,
        HostKind? OnlyOn
    )
    {
        /// <summary>What it does, and who alone reads it.</summary>
        public string Text => OnlyOn is { } host ? $"{Description} Only the {host.Name()} reads it." : Description;
    }

    /// <param name="blank">Settings with their defaults, and the parts that channels bring.</param>
    public static IReadOnlyList<Entry> All(CrisisFlowSettings blank)
    {
        var entries = new List<Entry>();
        Walk(blank, "", null, entries);
        return entries;
    }

    private static void Walk(object section, string path, HostKind? onlyOn, List<Entry> entries)
    {
        foreach (var member in SettingMember.Of(section))
        {
            var (name, of, only) = (SettingsBinder.Join(path, member.Name), member.Type, member.OnlyOn ?? onlyOn);
            if (ValueKinds.IsScalar(of))
                entries.Add(
                    new(
                        name,
                        ValueKinds.Describe(of),
                        Range(member.Range),
                        ValueKinds.Format(member.Get()),
                        member.Description,
                        of,
                        only
                    )
                );
            else if (SettingsBinder.ListItem(of) is not { } item)
                if (of.IsGenericType)
                    entries.Add(new(name, "names and values", "", "", member.Description, of, only));
                else
                    Walk(member.Get() ?? Activator.CreateInstance(of)!, name, only, entries);
            else if (ValueKinds.IsScalar(item))
                entries.Add(
                    new(
                        name,
                        "list of " + ValueKinds.Describe(item),
                        Range(member.Range),
                        "",
                        member.Description,
                        of,
                        only
                    )
                );
            else
                Walk(Activator.CreateInstance(item)!, name + "[]", only, entries);
        }
    }

    private static string Range(RangeAttribute? range) =>
        range is null ? "" : $"{ValueKinds.Format(range.Minimum)} to {ValueKinds.Format(range.Maximum)}";
}
