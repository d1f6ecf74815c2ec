using CrisisFlow.Core.Cases;

namespace CrisisFlow.Runtime.Settings;

/// <summary>The people of settings as cases know them.</summary>
public static class Roster
{
    public static IReadOnlyList<Person> Of(CrisisFlowSettings settings) => [.. settings.People.Select(p => Of(p, settings.Brand))];

    private static Person Of(PersonSettings person, BrandSettings brand) => new(
        new PersonId(person.Id),
        person.Name.Length > 0 ? person.Name : person.Id,
        person.Email,
        (person.Language.Length > 0 ? person.Language : brand.Language) == "en" ? Language.En : Language.Zh,
        person.Roles,
        person.Deputy.Length > 0 ? new PersonId(person.Deputy) : null,
        person.Disabled);
}
