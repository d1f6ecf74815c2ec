namespace CrisisFlow.Core.Mentions;

/// <summary>Categories as callers write them.</summary>
public static class SourceCategories
{
    /// <summary>hotList, news, …, for messages.</summary>
    public static readonly string Names = string.Join(
        ", ",
        Enum.GetNames<SourceCategory>().Select(static name => char.ToLowerInvariant(name[0]) + name[1..])
    );

    /// <summary>
    /// By name only, whatever its case, with or without hyphens; Enum.TryParse would take numbers and lists as well.
    /// </summary>
    public static SourceCategory? Find(string given)
    {
        var name = given.Trim().Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        foreach (var category in Enum.GetValues<SourceCategory>())
            if (name.Equals(category.ToString(), StringComparison.OrdinalIgnoreCase))
                return category;
        return null;
    }
}
