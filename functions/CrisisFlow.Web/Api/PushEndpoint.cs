using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Pushing;
using CrisisFlow.Reading.Pushed;
using CrisisFlow.Settings;
using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web.Api;

/// <summary>POST /mentions: what platforms push.</summary>
/// <remarks>
/// 200: every good item is safe, also when others were not good. 400: nothing of the body could be taken. 401: the key
/// is missing or wrong. 503: nothing is lost, send it again; sending again counts once.
/// </remarks>
internal static class PushEndpoint
{
    public const int LongestSource = 80;
    public const string DefaultSource = "pushed";

    public static async Task<IResult> TakeAsync(
        HttpRequest request,
        [MaxLength(LongestSource), DefaultValue(DefaultSource)]
        [Description("The platform that pushes; applies to mentions that name no source.")]
            string? source,
        [Description("Category of the mentions' source, unless settings define it.")] string? category,
        PushAdmission admission,
        PushIntake intake,
        CrisisFlowSettings settings,
        CancellationToken cancellation
    )
    {
        if (admission.Refuses(request) is { } refusal)
            return refusal;
        if (request.Headers.ContentEncoding.ToString().Length > 0)
            return Refuse(415, "The body is compressed; send it plain.");
        if (string.IsNullOrEmpty(source))
            source = DefaultSource;
        if (source.Length > LongestSource)
            return Refuse(400, $"The source has {source.Length} characters; the limit is {LongestSource}.");
        if (CategoryOf(category) is not { } given)
            return Refuse(400, "The category is not one of hotList, news, social, forum, review, support.");

        // One byte over the limit, so that the reader reports the excess.
        var body = await Body.ReadUpToAsync(request, MentionBody.BytesLimit + 1, cancellation);
        var read = MentionBody.Read(body, source);
        if (read.Refused)
            return Answer(StatusCodes.Status400BadRequest, 0, 0, read);
        var known = settings.Sources.ToDictionary(
            one => one.Name,
            one => one.Category,
            StringComparer.OrdinalIgnoreCase
        );
        var taken = await intake.TakeAsync(
            source,
            from => known.TryGetValue(from, out var its) ? its : given,
            read.Items,
            cancellation
        );
        return Answer(StatusCodes.Status200OK, taken.Items, taken.Matched, read);
    }

    public static IResult Refuse(int status, string error) =>
        TypedResults.Json(new PushRefusal(error), ApiJson.Readable.PushRefusal, statusCode: status);

    /// <summary>By name only: Enum.TryParse would take numbers and lists as well.</summary>
    private static SourceCategory? CategoryOf(string? given) =>
        string.IsNullOrEmpty(given)
            ? SourceCategory.Social
            : Enum.GetValues<SourceCategory>()
                .Cast<SourceCategory?>()
                .FirstOrDefault(category => given.Equals(category.ToString(), StringComparison.OrdinalIgnoreCase));

    private static IResult Answer(int status, int items, int matched, MentionBodyResult read)
    {
        var problems = read.Problems.Select(problem => new PushProblem(problem.Source, problem.Place, problem.Message));
        return TypedResults.Json(
            new PushAnswer(items, matched, [.. problems]),
            ApiJson.Readable.PushAnswer,
            statusCode: status
        );
    }
}
