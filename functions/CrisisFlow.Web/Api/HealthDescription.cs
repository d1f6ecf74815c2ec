using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;

namespace CrisisFlow.Web.Api;

/// <summary>OpenAPI description of /health beyond its signature.</summary>
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
                    operation.Responses["503"].Description = "A continuous stage has stopped or keeps failing.";
                    return Task.CompletedTask;
                }
            );
}
