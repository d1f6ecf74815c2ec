using CrisisFlow.Azure.Http;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;

namespace CrisisFlow.Azure.Tests.Http;

public sealed class SignInMetadataTests
{
    private const string Trigger =
        """{"name":"request","type":"httpTrigger","direction":"In","authLevel":"Function","methods":"""
        + """["get"],"route":"{*path}"}""";

    [Fact]
    public void Without_sign_in_the_key_stays_demanded()
    {
        var team = new Metadata(TeamAdmission.Function);

        new SignInMetadata(new TeamAdmission(signIn: false)).Transform([team]);

        Assert.Equal([Trigger], team.RawBindings!);
    }

    [Fact]
    public void With_sign_in_only_the_teams_function_is_opened_to_the_platforms_check()
    {
        var (team, other) = (new Metadata(TeamAdmission.Function), new Metadata("Other"));

        new SignInMetadata(new TeamAdmission(signIn: true)).Transform([team, other]);

        Assert.Equal([Trigger.Replace("Function", "Anonymous", StringComparison.Ordinal)], team.RawBindings!);
        Assert.Equal([Trigger], other.RawBindings!);
    }

    private sealed class Metadata(string name) : IFunctionMetadata
    {
        public string? FunctionId => name;

        public bool IsProxy => false;

        public string? Language => "dotnet-isolated";

        public bool ManagedDependencyEnabled => false;

        public string? Name => name;

        public string? EntryPoint => null;

        public IList<string>? RawBindings { get; } = [Trigger];

        public string? ScriptFile => null;

        public IRetryOptions? Retry => null;
    }
}
