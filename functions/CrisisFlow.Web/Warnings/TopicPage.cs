using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web.Warnings;

/// <summary>One topic's warnings as the team sees them.</summary>
internal static class TopicPage
{
    public static async Task<IResult> ShowAsync(
        string topic,
        Visitor visitor,
        TopicView view,
        CancellationToken cancellation
    ) => await view.ShowAsync(visitor.Viewer, topic, cancellation) ?? Layout.NotFound(visitor.Viewer);
}
