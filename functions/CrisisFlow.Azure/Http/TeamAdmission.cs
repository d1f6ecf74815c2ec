using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Azure.Http;

/// <summary>
/// Who may see the team's pages. Without App Service authentication the Functions host asks for a function key before this program is
/// reached at all; with it the platform signs people in, strips what callers claim about themselves and says who they are.
/// </summary>
public sealed class TeamAdmission(bool signIn)
{
    /// <summary>The platform's own setting; nobody else may set it on a deployed app.</summary>
    public const string SignInSetting = "WEBSITE_AUTH_ENABLED";

    /// <summary>Header the platform sets for whoever signed in.</summary>
    public const string PrincipalHeader = "X-MS-CLIENT-PRINCIPAL-ID";

    /// <summary>App Service authentication is on: the pages ask for a signed-in person instead of a key.</summary>
    public bool SignIn { get; } = signIn;

    /// <summary>Only for requests that came through the team's function, which nobody reaches without a key unless sign-in is on.</summary>
    public bool Admits(HttpRequest request) => !SignIn || !string.IsNullOrEmpty(request.Headers[PrincipalHeader]);
}
