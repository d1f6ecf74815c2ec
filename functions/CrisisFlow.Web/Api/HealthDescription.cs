using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;

namespace CrisisFlow.Web.Api;

/// <summary>What the OpenAPI document says about /health beyond what its signature tells.</summary>
internal static class HealthDescription
{
    private const string Json = "application/json";

    public static RouteHandlerBuilder DescribeHealth(this RouteHandlerBuilder endpoint) =>
        endpoint
            .WithTags("Health")
            .WithSummary("Health of the host")
            .WithDescription("For monitors. It needs no key.")
            .Produces<HealthAnswer>(StatusCodes.Status200OK, Json)
            .Produces<HealthAnswer>(StatusCodes.Status503ServiceUnavailable, Json)
            .AddOpenApiOperationTransformer(
                (operation, _, _) =>
                {
                    operation.Responses!["200"].Description = "All is well.";
                    operation.Responses["503"].Description =
                        "A stage that runs all the time has stopped, or fails again and again.";
                    return Task.CompletedTask;
                }
            );
}
