using CrisisFlow.Cases;
using CrisisFlow.Reading.Values;

namespace CrisisFlow.Settings.Starting;

internal static class PeopleRules
{
    public static void Check(List<PersonSettings> people, Findings findings)
    {
        IdRules.Check("people", people.Select(p => p.Id), findings);
        for (var i = 0; i < people.Count; i++)
        {
            var (person, at) = (people[i], $"people[{i}]");
            if (!MailForm.IsAddress(person.Email))
                findings.Add($"{at}.email", $"'{person.Email}' is not a mail address.");
            if (person.Language.Length > 0 && Language.Find(person.Language) is null)
                findings.Add($"{at}.language", $"'{person.Language}' is not {Language.Codes}.");
            if (person.TimeZone.Length > 0 && IanaZones.Find(person.TimeZone) is null)
                findings.Add($"{at}.timeZone", ZoneName.Unknown(person.TimeZone));
            if (person.Roles.Count == 0)
                findings.Add($"{at}.roles", $"'{person.Id}' has no role; a person has at least one.");
            if (Deputy(person, people) is { } wrong)
                findings.Add($"{at}.deputy", wrong);
        }
    }

    /// <returns>What is wrong with the person's deputy; null when nothing is.</returns>
    private static string? Deputy(PersonSettings person, List<PersonSettings> people) =>
        person.Deputy.Length == 0 ? null
        : person.Deputy == person.Id ? $"'{person.Id}' cannot be their own deputy."
        : people.Find(p => p.Id == person.Deputy) is not { } deputy ? $"There is no person '{person.Deputy}'."
        : deputy.Disabled ? $"'{person.Deputy}' is disabled and cannot stand in for '{person.Id}'."
        : null;
}
