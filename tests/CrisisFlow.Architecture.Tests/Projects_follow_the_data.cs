namespace CrisisFlow.Architecture.Tests;

public sealed class Projects_follow_the_data
{
    [Fact]
    public void No_project_reaches_itself() =>
        Assert.All(
            ProductProjects.All,
            project => Assert.DoesNotContain(project.Name, ProductProjects.Reach(project.Name))
        );

    [Fact]
    public void Nothing_references_a_host() =>
        Assert.All(ProductProjects.All, project => Assert.Empty(project.References.Intersect(ProductProjects.Hosts)));

    [Fact]
    public void Hosts_reach_every_other_project() =>
        Assert.All(
            ProductProjects.Hosts,
            host =>
                Assert.Equal(
                    ProductProjects.All.Select(project => project.Name).Except(ProductProjects.Hosts),
                    ProductProjects.Reach(host).Order(StringComparer.Ordinal)
                )
        );

    [Fact]
    public void Pure_projects_name_no_package_and_reference_only_pure_ones() =>
        Assert.All(
            ProductProjects.Pure.Select(ProductProjects.Of),
            project =>
            {
                Assert.Empty(project.Packages);
                Assert.Empty(project.References.Except(ProductProjects.Pure));
            }
        );

    /// <summary>Directory.Build.targets gives the banned symbols to the projects it calls pure.</summary>
    [Fact]
    public void Pure_projects_are_held_to_the_banned_symbols()
    {
        var targets = File.ReadAllText(Path.Combine(Testing.RepositoryRoot.Path, "Directory.Build.targets"));
        Assert.All(
            ProductProjects.Pure,
            name => Assert.Contains($"== 'CrisisFlow.{name}'", targets, StringComparison.Ordinal)
        );
        Assert.Equal(ProductProjects.Pure.Count, targets.Split("== 'CrisisFlow.").Length - 1);
    }
}
