using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web;

/// <summary>Who may see the team's pages. Each host identifies callers in its own way.</summary>
public interface ITeamAdmission
{
    bool Admits(HttpContext context);
}
