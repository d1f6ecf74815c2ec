using CrisisFlow.Settings;
using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web.Api;

/// <summary>Who may push mentions: callers with the key or, if none is set, those the host admits.</summary>
internal sealed class PushAdmission(CrisisFlowSettings settings, ITeamAdmission admission)
{
    public const string Header = "X-Api-Key";

    /// <returns>Null when the caller may push.</returns>
    public IResult? Refuses(HttpRequest request)
    {
        var key = settings.ApiKeys.Mentions;
        if (key.Length > 0)
            return ShownKey.Is(request.Headers[Header].ToString(), key) ? null : Unknown();
        // A page of another site can make a browser on this machine send a body; without a key the browser's word is
        // all there is.
        if (IsForeign(request))
            return ApiRefusal.Of(403, "The request comes from another site.");
        return admission.Admits(request.HttpContext) ? null : Unknown();
    }

    private static IResult Unknown() => ApiRefusal.Of(401, $"The header {Header} is missing or wrong.");

    private static bool IsForeign(HttpRequest request) =>
        request.Headers.Origin.ToString().Length > 0
        || request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none");
}
