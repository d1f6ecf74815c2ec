using CrisisFlow.Presentation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CrisisFlow.Web.Routing;

/// <summary>{id:case}: what can be no case's id is no page, and the store is not asked.</summary>
internal sealed class CaseIdConstraint : IRouteConstraint
{
    public bool Match(
        HttpContext? httpContext,
        IRouter? route,
        string routeKey,
        RouteValueDictionary values,
        RouteDirection routeDirection
    ) => values[routeKey] is string id && SitePaths.IsCaseId(id);
}
