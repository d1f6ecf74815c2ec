using CrisisFlow.InfraTools.Pictures;
using CrisisFlow.Testing;

namespace CrisisFlow.Infra.Tests.Pictures;

public sealed class The_picture_of_projects_is_drawn
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/architecture.md")]
    public void The_picture_shows_what_the_project_files_say(string page) =>
        Generated.IsUpToDate(page, ProjectPicture.Mark, ProjectPicture.Render(RepositoryRoot.Path));

    [Fact]
    public void A_reference_that_follows_from_others_is_left_out()
    {
        var repository = Repository(("Host", ["Rules", "Core"]), ("Rules", ["Core"]), ("Core", []));

        Assert.Equal(
            "```mermaid\nflowchart TD\n  Host --> Rules\n  Rules --> Core\n```\n",
            ProjectPicture.Render(repository)
        );
    }

    [Fact]
    public void A_cycle_is_named_on_its_whole_way()
    {
        var repository = Repository(("One", ["Two"]), ("Two", ["One"]));

        var failure = Assert.Throws<InvalidOperationException>(() => ProjectPicture.Render(repository));

        Assert.Contains("One", failure.Message, StringComparison.Ordinal);
        Assert.StartsWith("The projects form a cycle: ", failure.Message, StringComparison.Ordinal);
    }

    private static string Repository(params (string Name, string[] References)[] projects)
    {
        var root = Directory.CreateTempSubdirectory("crisisflow-picture-").FullName;
        foreach (var (name, references) in projects)
        {
            var folder = Directory.CreateDirectory(Path.Combine(root, "functions", "CrisisFlow." + name)).FullName;
            File.WriteAllText(
                Path.Combine(folder, $"CrisisFlow.{name}.csproj"),
                "<Project><ItemGroup>"
                    + string.Concat(
                        references.Select(one =>
                            $"""<ProjectReference Include="../CrisisFlow.{one}/CrisisFlow.{one}.csproj" />"""
                        )
                    )
                    + "</ItemGroup></Project>"
            );
        }

        return root;
    }
}
