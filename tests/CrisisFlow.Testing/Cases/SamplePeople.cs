using CrisisFlow.Cases;
using CrisisFlow.Settings;

namespace CrisisFlow.Testing.Cases;

/// <summary>Nine people; Cara and Carl in communications, Lena in legal, Leo, Lily and Lars in leadership.</summary>
public static class SamplePeople
{
    public static readonly PersonId Cara = new("cara");
    public static readonly PersonId Carl = new("carl");
    public static readonly PersonId Lena = new("lena");
    public static readonly PersonId Leo = new("leo");
    public static readonly PersonId Lily = new("lily");
    public static readonly PersonId Lars = new("lars");
    public static readonly PersonId Olga = new("olga");
    public static readonly PersonId Kim = new("kim");
    public static readonly PersonId Ada = new("ada");

    public static IReadOnlyList<Person> Roster { get; } =
    [
        Of(Cara, "Cara", Role.Communications),
        Of(Carl, "Carl", Role.Communications),
        Of(Lena, "Lena", Role.Legal),
        Of(Leo, "Leo", Role.Leadership),
        Of(Lily, "Lily", Role.Leadership),
        Of(Lars, "Lars", Role.Leadership),
        Of(Olga, "Olga", Role.Operations),
        Of(Kim, "Kim", Role.CustomerService),
        Of(Ada, "Ada", Role.Administrator),
    ];

    public static Person Of(PersonId id, string name, params string[] roles) =>
        new(id, name, $"{id}@example.com", Language.En, roles);

    public static Person Of(PersonId id) => Roster.First(p => p.Id == id);

    /// <summary>The same people as settings name them.</summary>
    public static IEnumerable<PersonSettings> InSettings(IEnumerable<Person> people) =>
        people.Select(person => new PersonSettings
        {
            Id = person.Id.Value,
            Name = person.Name,
            Email = person.Email,
            Language = person.Language == Language.En ? "en" : "zh",
            Roles = [.. person.Roles],
        });
}
