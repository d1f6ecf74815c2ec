using System.Security.Cryptography;
using System.Text;
using CrisisFlow.Runtime.Ingesting;
using CrisisFlow.Runtime.Pages;
using CrisisFlow.Runtime.Settings;

namespace CrisisFlow.Runtime.Running;

/// <summary>POST /mentions: what platforms push.</summary>
internal sealed class PushedMentions(Ingestor ingestor, CrisisFlowSettings settings)
{
    public async Task<SiteResponse> HandleAsync(SiteRequest request, CancellationToken cancellation)
    {
        await Task.CompletedTask;
        _ = ingestor;
        if (!IsAdmitted(request)) return SiteResponse.Json(401, """{"error":"The header X-Api-Key is missing or wrong."}""");
        return SiteResponse.Json(501, "{}");
    }

    // Both sides are hashed first, so that the comparison takes the same time whatever their lengths.
    private bool IsAdmitted(SiteRequest request) => settings.ApiKeys.Mentions.Length == 0
        ? request.IsTrusted
        : CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(request.ApiKey ?? "")), SHA256.HashData(Encoding.UTF8.GetBytes(settings.ApiKeys.Mentions)));
}
