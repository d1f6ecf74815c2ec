using CrisisFlow.Web;
using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Azure.Http;

/// <summary>
/// Who may see the team's pages: whoever comes through the team's function. Without App Service authentication the
/// Functions host asks for a function key there before this program is reached at all; with it the platform signs
/// people in, strips what callers claim about themselves and says who they are.
/// </summary>
public sealed class TeamAdmission(bool signIn) : ITeamAdmission
{
    /// <summary>Name of the team's function.</summary>
    public const string Function = "Team";

    /// <summary>The platform's own setting; nobody else may set it on a deployed app.</summary>
    public const string SignInSetting = "WEBSITE_AUTH_ENABLED";

    /// <summary>Header the platform sets for whoever signed in.</summary>
    public const string PrincipalHeader = "X-MS-CLIENT-PRINCIPAL-ID";

    /// <summary>App Service authentication is on: the pages ask for a signed-in person instead of a key.</summary>
    public bool SignIn { get; } = signIn;

    /// <summary>Notes that a request came through the team's function.</summary>
    public static void Mark(HttpContext context) => context.Features.Set(Marked.Value);

    public bool Admits(HttpContext context) =>
        context.Features.Get<Marked>() is not null
        && (!SignIn || !string.IsNullOrEmpty(context.Request.Headers[PrincipalHeader]));

    private sealed class Marked
    {
        public static readonly Marked Value = new();
    }
}
