namespace CrisisFlow.Cases.Lifecycle;

internal static class RosterFold
{
    /// <summary>
    /// For one task the new person only joins. Otherwise the one who left is asked nothing more, and the new one takes
    /// over the roles.
    /// </summary>
    public static IReadOnlyList<Person> HandOver(IReadOnlyList<Person> roster, CaseEvent.HandedOver e)
    {
        var people = roster.Any(p => p.Id == e.To.Id) ? roster : [.. roster, e.To];
        if (e.Task is not null)
            return people;
        var roles = roster.FirstOrDefault(p => p.Id == e.From)?.Roles ?? [];
        return
        [
            .. people.Select(p =>
                p.Id == e.From ? p with { Disabled = true, Deputy = e.To.Id }
                : p.Id == e.To.Id ? p with { Roles = [.. p.Roles.Union(roles, StringComparer.Ordinal)] }
                : p
            ),
        ];
    }
}
