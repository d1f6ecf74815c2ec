using CrisisFlow.Infra.Tests.Checking;

namespace CrisisFlow.Infra.Tests.Compiling;

/// <summary>The real compiler has nothing to say of the real files, and says what it should of spoilt ones.</summary>
public sealed class Bicep_files_compile_in_silence
{
    [Theory]
    [InlineData("build", "main.bicep")]
    [InlineData("build-params", "main.small.bicepparam")]
    [InlineData("build-params", "main.large.bicepparam")]
    public void A_file_builds_without_a_word(string command, string file)
    {
        var (exit, _, said) = BicepCompiler.Run(BicepCheck.Infra, null, command, file, "--stdout");

        Assert.Equal((0, ""), (exit, said));
    }

    /// <summary>By this repository's rules, and by the ones that a compiler has of itself.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_file_is_linted_without_a_word(bool defaultRules)
    {
        using var infra = new SeededInfra();
        if (defaultRules)
            infra.Delete("bicepconfig.json");

        var (exit, said, error) = BicepCompiler.Run(infra.Folder, null, "lint", "--pattern", "**/*.bicep");

        Assert.Equal((0, "", ""), (exit, said, error));
    }

    [Fact]
    public void Every_file_is_formatted_as_the_compiler_formats()
    {
        using var infra = new SeededInfra();
        var before = Files(infra.Folder);

        BicepCompiler.Run(infra.Folder, null, "format", "--pattern", "**/*.bicep*");

        Assert.NotEmpty(before);
        Assert.Equal(before, Files(infra.Folder));
    }

    [Fact]
    public void A_wrong_property_a_wrong_type_an_unknown_version_and_a_misspelt_threshold_are_found()
    {
        using var infra = new SeededInfra();
        infra.Replace("app/storage.bicep", "    allowSharedKeyAccess: false\n", "    allowSharedKeyAcess: false\n");
        infra.Replace("app/keyvault.bicep", "    enableSoftDelete: true\n", "    enableSoftDelete: 'yes'\n");
        infra.Replace("app/identity.bicep", "userAssignedIdentities@2023-01-31'", "userAssignedIdentities@2023-01-30'");
        File.AppendAllText(
            Path.Combine(infra.Folder, "main.small.bicepparam"),
            "\nparam warnings = {\n  enterOrnage: '50'\n}\n"
        );

        var template = BicepCompiler.Run(infra.Folder, null, "build", "main.bicep", "--stdout").Error;
        var parameters = BicepCompiler.Run(infra.Folder, null, "build-params", "main.small.bicepparam", "--stdout");

        Assert.Matches("storage.bicep.*Warning BCP089: The property \"allowSharedKeyAcess\" is not allowed", template);
        Assert.Matches(
            "keyvault.bicep.*Warning BCP036: The property \"enableSoftDelete\" expected a value of type \"bool",
            template
        );
        Assert.Matches(
            "identity.bicep.*Warning BCP081: Resource type "
                + "\"Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-30\"",
            template
        );
        Assert.NotEqual(0, parameters.Exit);
        Assert.Contains("\"enterOrnage\" is not allowed", parameters.Error, StringComparison.Ordinal);
    }

    private static IReadOnlyDictionary<string, string> Files(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.bicep*", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith(".json", StringComparison.Ordinal))
            .ToDictionary(f => Path.GetRelativePath(folder, f), f => File.ReadAllText(f).ReplaceLineEndings("\n"));
}
