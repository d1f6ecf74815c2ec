using System.Reflection;
using CrisisFlow.Infra.Tests.Checking;
using CrisisFlow.Runtime.Settings;

namespace CrisisFlow.Infra.Tests.Settings;

public sealed class Tables_are_those_of_the_program
{
    private readonly IReadOnlyList<string> _names = [.. BicepCheck.Run().Variables["tableNames"].EnumerateArray().Select(n => n.GetString()!)];

    [Fact]
    public void Every_table_the_program_names_is_made_by_the_template_and_no_other() =>
        Assert.Equal(OfTheProgram().Order(StringComparer.Ordinal), _names.Order(StringComparer.Ordinal));

    [Fact]
    public void A_table_s_name_is_one_that_Table_Storage_takes() =>
        Assert.All(_names, name => Assert.Matches("^[A-Za-z][A-Za-z0-9]{2,62}$", name));

    /// <summary>By the runtime's convention: constants called Table, and the list All of classes called ...Tables.</summary>
    private static IEnumerable<string> OfTheProgram()
    {
        const BindingFlags anyStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var fields = typeof(CrisisFlowSettings).Assembly.GetTypes().SelectMany(t => t.GetFields(anyStatic).Select(f => (Type: t, Field: f))).ToList();
        return fields.Where(f => f.Field is { Name: "Table", IsLiteral: true }).Select(f => (string)f.Field.GetRawConstantValue()!)
            .Concat(fields.Where(f => f.Field.Name == "All" && f.Type.Name.EndsWith("Tables", StringComparison.Ordinal)).SelectMany(f => (IEnumerable<string>)f.Field.GetValue(null)!))
            .Distinct();
    }
}
