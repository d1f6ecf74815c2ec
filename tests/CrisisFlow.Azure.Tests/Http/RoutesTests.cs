using System.Reflection;
using CrisisFlow.Azure.Http;
using CrisisFlow.Azure.Triggers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CrisisFlow.Azure.Tests.Http;

public sealed class RoutesTests
{
    private static readonly IReadOnlyList<HttpTriggerAttribute> Triggers =
    [
        .. typeof(HttpRoutes)
            .GetMethods()
            .SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
            .OfType<HttpTriggerAttribute>(),
    ];

    [Fact]
    public void Only_what_proves_itself_or_is_public_is_open() =>
        Assert.Equal(
            ["health", "l/{token}", "mentions", "robots.txt", "statements/{*rest}", "style.css"],
            Triggers
                .Where(trigger => trigger.AuthLevel == AuthorizationLevel.Anonymous)
                .Select(trigger => trigger.Route!)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Everything_else_asks_for_a_function_key() =>
        Assert.Equal(
            ("{*path}", AuthorizationLevel.Function),
            Assert.Single(
                Triggers
                    .Where(trigger => trigger.AuthLevel != AuthorizationLevel.Anonymous)
                    .Select(trigger => (trigger.Route!, trigger.AuthLevel))
            )
        );

    // The host answers HEAD with 404 where only GET is named, and a mail scanner's HEAD would make the link look dead.
    [Fact]
    public void Every_route_takes_HEAD() =>
        Assert.All(Triggers, trigger => Assert.Equal(["get", "head", "post"], trigger.Methods!));

    [Fact]
    public void Paths_are_the_local_hosts() =>
        Assert.Contains(
            "\"routePrefix\": \"\"",
            File.ReadAllText(Path.Combine(Repository.Root, "functions", "CrisisFlow.Azure", "host.json")),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(false, null, true)]
    [InlineData(false, "ann", true)]
    [InlineData(true, null, false)]
    [InlineData(true, "", false)]
    [InlineData(true, "ann", true)]
    public void With_sign_in_only_a_signed_in_person_is_admitted(bool signIn, string? principal, bool admitted)
    {
        var context = new DefaultHttpContext();
        if (principal is not null)
            context.Request.Headers[TeamAdmission.PrincipalHeader] = principal;
        var admission = new TeamAdmission(signIn);

        Assert.False(admission.Admits(context), "Nobody is admitted who did not come through the team's function.");
        TeamAdmission.Mark(context);

        Assert.Equal(admitted, admission.Admits(context));
    }
}
