namespace CrisisFlow.Cases;

/// <summary>Somebody a case may ask.</summary>
/// <param name="Email">local@domain.</param>
/// <param name="Roles">
/// Free names, matched ordinally with the playbook's; see <see cref="Role"/> for those the built-in playbook uses.
/// </param>
/// <param name="Deputy">
/// Asked instead when this person is disabled, and first when this person does not answer; null = nobody.
/// </param>
/// <param name="Disabled">Gets no tasks and cannot decide.</param>
public sealed record Person(
    PersonId Id,
    string Name,
    string Email,
    Language Language,
    IReadOnlyList<string> Roles,
    PersonId? Deputy = null,
    bool Disabled = false
)
{
    public bool Has(string role) => Roles.Contains(role, StringComparer.Ordinal);
}

/// <summary>The roles of the built-in playbook.</summary>
public static class Role
{
    public const string Communications = "communications";
    public const string Legal = "legal";
    public const string Leadership = "leadership";
    public const string CustomerService = "customer-service";
    public const string Operations = "operations";
    public const string Administrator = "administrator";
}
