using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CrisisFlow.Web.Api;

/// <summary>GET /health: 200 while all is well, 503 otherwise.</summary>
internal static class HealthEndpoint
{
    public static async Task<IResult> ShowAsync(HealthCheckService checks, CancellationToken cancellation)
    {
        var report = await checks.CheckHealthAsync(cancellation);
        var answer = report
            .Entries.Values.Select(entry => entry.Data.GetValueOrDefault(HealthAnswer.Key))
            .OfType<HealthAnswer>()
            .Single();
        var status =
            report.Status == HealthStatus.Healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return TypedResults.Json(answer, ApiJson.Default.HealthAnswer, statusCode: status);
    }
}
