using CrisisFlow.Cases;

namespace CrisisFlow.Settings;

/// <summary>The people of settings as cases know them.</summary>
public static class Roster
{
    public static IReadOnlyList<Person> Of(CrisisFlowSettings settings) =>
        [.. settings.People.Select(p => Of(p, settings.Brand))];

    /// <summary>
    /// The person is in settings and not disabled. A case keeps the people it was opened with; whoever left since gets
    /// no mail and may not decide.
    /// </summary>
    public static bool IsAble(CrisisFlowSettings settings, PersonId person) =>
        settings.People.Exists(p => p.Id == person.Value && !p.Disabled);

    private static Person Of(PersonSettings person, BrandSettings brand) =>
        new(
            new PersonId(person.Id),
            person.Name.Length > 0 ? person.Name : person.Id,
            person.Email,
            Language.Find(person.Language.Length > 0 ? person.Language : brand.Language) ?? Language.All[0],
            person.Roles,
            person.Deputy.Length > 0 ? new PersonId(person.Deputy) : null,
            person.Disabled
        );
}
