using CrisisFlow.Infra.Tests.Checking;
using CrisisFlow.InfraTools.Parameters;
using CrisisFlow.Testing;

namespace CrisisFlow.Infra.Tests.Settings;

/// <summary>After a table was added: scripts/sync-parameters.</summary>
public sealed class Tables_are_those_of_the_program
{
    private readonly IReadOnlyList<string> _names =
    [
        .. BicepCheck.Run().Variables["tableNames"].EnumerateArray().Select(n => n.GetString()!),
    ];

    [Fact]
    public void Every_table_the_program_names_is_made_by_the_template_and_no_other() =>
        Assert.Equal(ProductTables.All(RepositoryRoot.Path), _names);

    [Fact]
    public void Every_table_is_backed_up()
    {
        var script = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "scripts", "lib", "tables.mjs"));

        Assert.Contains(
            $"const tables = [{string.Join(", ", _names.Select(n => $"'{n}'"))}];",
            script,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_table_s_name_is_one_that_Table_Storage_takes() =>
        Assert.All(_names, name => Assert.Matches("^[A-Za-z][A-Za-z0-9]{2,62}$", name));
}
