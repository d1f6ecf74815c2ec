using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web.Routing;

/// <summary>Shows the team's pages only to those the host admits.</summary>
internal sealed class TeamOnly(ITeamAdmission admission, Viewers viewers) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        admission.Admits(context.HttpContext)
            ? next(context)
            : new(Layout.NotAdmitted(viewers.For(context.HttpContext)));
}
