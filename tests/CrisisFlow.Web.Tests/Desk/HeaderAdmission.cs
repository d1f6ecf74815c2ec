using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web.Tests.Desk;

/// <summary>Admits whoever shows a header: what a host decides is not what these tests are about.</summary>
internal sealed class HeaderAdmission : ITeamAdmission
{
    public const string Header = "Is-Admitted";

    public bool Admits(HttpContext context) => context.Request.Headers.ContainsKey(Header);
}
