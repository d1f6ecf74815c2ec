using System.Text.RegularExpressions;
using static CrisisFlow.Infra.Tests.Pipelines.Workflow;

namespace CrisisFlow.Infra.Tests.Pipelines;

public sealed partial class Pipelines_are_safe
{
    [Fact]
    public void Every_action_is_pinned_by_commit_with_its_version_beside_it() =>
        Assert.All(
            Workflow
                .All()
                .SelectMany(w => w.Text.Split('\n'))
                .Select(l => l.Trim())
                .Where(l => l.TrimStart('-', ' ').StartsWith("uses:", StringComparison.Ordinal)),
            line => Assert.Matches(PinnedAction(), line)
        );

    [Fact]
    public void A_pipeline_may_read_the_repository_and_a_job_adds_its_identity_at_most() =>
        Assert.All(
            Workflow.All(),
            workflow =>
            {
                Assert.Equal("contents: read", Shown(Permissions(workflow.Root)));
                Assert.All(
                    workflow.Jobs,
                    job =>
                        Assert.Contains(Shown(Permissions(job.Job)), (string[])["", "contents: read, id-token: write"])
                );
            }
        );

    [Fact]
    public void Only_jobs_that_sign_in_to_Azure_have_an_identity() =>
        Assert.All(
            Workflow.All().SelectMany(w => w.Jobs),
            job =>
                Assert.Equal(
                    Steps(job.Job)
                        .Any(s => Value(s, "uses")?.StartsWith("azure/login@", StringComparison.Ordinal) == true),
                    Permissions(job.Job).ContainsKey("id-token")
                )
        );

    [Fact]
    public void No_pipeline_holds_a_secret_or_runs_a_stranger_s_code_with_rights() =>
        Assert.All(
            Workflow.All(),
            workflow =>
            {
                Assert.DoesNotContain("secrets.", workflow.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("pull_request_target", workflow.Text, StringComparison.Ordinal);
            }
        );

    [Fact]
    public void No_text_from_outside_is_pasted_into_a_script() =>
        Assert.All(
            Workflow
                .All()
                .SelectMany(w => w.Jobs)
                .SelectMany(j => Steps(j.Job))
                .Select(s => Value(s, "run"))
                .OfType<string>(),
            run => Assert.DoesNotContain("${{", run, StringComparison.Ordinal)
        );

    [Fact]
    public void Every_job_has_a_time_limit() =>
        Assert.All(
            Workflow.All().SelectMany(w => w.Jobs),
            job => Assert.InRange(int.Parse(Value(job.Job, "timeout-minutes") ?? "0", null), 1, 60)
        );

    [Fact]
    public void Tests_run_on_Linux_and_Windows_by_the_same_script_as_a_person_s()
    {
        var ci = Workflow.Named("ci.yml").Text;

        Assert.Contains("os: [ubuntu-latest, windows-latest]", ci, StringComparison.Ordinal);
        Assert.Contains("run: ./scripts/test\n", ci, StringComparison.Ordinal);
        Assert.Contains("run: ./scripts/test.ps1\n", ci, StringComparison.Ordinal);
    }

    [Fact]
    public void Bicep_is_linted_and_a_pull_request_shows_what_it_would_change()
    {
        var jobs = Workflow.Named("ci.yml").Jobs.ToDictionary(j => j.Name, j => j.Job);

        Assert.Equal("./scripts/lint-bicep", Value(Steps(jobs["bicep"]).Last(), "run"));
        Assert.Contains(
            "./scripts/deploy what-if",
            Value(Steps(jobs["what-if"]).Last(), "run"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "github.event_name == 'pull_request' && github.event.pull_request.head.repo.full_name == github.repository",
            Value(jobs["what-if"], "if"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("azure-dev.yml", "deploy", "azd provision --no-prompt")]
    [InlineData("azure-dev.yml", "deploy", "azd deploy --no-prompt")]
    [InlineData("ci.yml", "what-if", "./scripts/deploy what-if")]
    public void Settings_are_checked_before_anything_is_deployed(string workflow, string job, string deployment)
    {
        var runs = Steps(Workflow.Named(workflow).Jobs.Single(j => j.Name == job).Job)
            .Select(s => Value(s, "run") ?? "")
            .ToList();

        Assert.InRange(
            runs.IndexOf("./scripts/deploy check"),
            0,
            runs.FindIndex(run => run.Contains(deployment, StringComparison.Ordinal)) - 1
        );
    }

    [Fact]
    public void A_deployment_ends_with_the_smoke_test() =>
        Assert.Equal(
            "./scripts/deploy smoke",
            Value(Steps(Workflow.Named("azure-dev.yml").Jobs.Single().Job).Last(), "run")
        );

    private static string Shown(IReadOnlyDictionary<string, string> permissions) =>
        string.Join(", ", permissions.Select(p => $"{p.Key}: {p.Value}").Order(StringComparer.Ordinal));

    [GeneratedRegex(@"^-? ?uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*$")]
    private static partial Regex PinnedAction();
}
