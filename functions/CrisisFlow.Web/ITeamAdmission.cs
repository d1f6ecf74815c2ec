using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web;

/// <summary>Who may see the team's pages. Each host knows in its own way who asks.</summary>
public interface ITeamAdmission
{
    bool Admits(HttpContext context);
}
