using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Monitoring.Pushing;
using CrisisFlow.Reading.Pushed;
using CrisisFlow.Reading.Values;
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
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        if (admission.Refuses(request) is { } refusal)
            return refusal;
        if (request.Headers.ContentEncoding.ToString().Length > 0)
            return ApiRefusal.Of(415, "The body is compressed; send it plain.");
        if (string.IsNullOrEmpty(source))
            source = DefaultSource;
        if (source.Length > LongestSource)
            return ApiRefusal.Of(400, $"The source has {source.Length} characters; the limit is {LongestSource}.");
        var given = string.IsNullOrEmpty(category) ? null : SourceCategories.Find(category);
        if (given is null && !string.IsNullOrEmpty(category))
            return ApiRefusal.Of(400, $"The category is not one of {SourceCategories.Names}.");

        // One byte over the limit, so that the reader reports the excess.
        var body = await Body.ReadUpToAsync(request, MentionBody.BytesLimit + 1, cancellation);
        var read = MentionBody.Read(body, source, Dates(source, settings, time.GetUtcNow()));
        if (read.Refused)
            return Answer(StatusCodes.Status400BadRequest, new Ingested(0, 0), read);
        return Answer(StatusCodes.Status200OK, await intake.TakeAsync(source, given, read.Items, cancellation), read);
    }

    private static DateContext Dates(string source, CrisisFlowSettings settings, DateTimeOffset now)
    {
        var own = settings.Sources.Find(one => one.Name.Equals(source, StringComparison.OrdinalIgnoreCase));
        return new DateContext(
            own?.Language is { Length: > 0 } language ? language : null,
            own?.Zone(),
            settings.Brand.Zone(),
            now
        );
    }

    private static IResult Answer(int status, Ingested taken, MentionBodyResult read)
    {
        var problems = read
            .Problems.Select(problem => new PushProblem(problem.Source, problem.Place, problem.Message))
            .ToList();
        if (taken.TooOld > 0)
            problems.Add(
                new PushProblem(
                    "",
                    "",
                    $"{taken.TooOld} of the mentions are older than what is kept; they were left out."
                )
            );
        return TypedResults.Json(
            new PushAnswer(
                taken.Items,
                taken.Matched,
                problems,
                taken.Stored,
                taken.Matched - taken.Stored,
                taken.Items - taken.Matched - taken.TooOld,
                read.LeftOut + taken.TooOld
            ),
            ApiJson.Readable.PushAnswer,
            statusCode: status
        );
    }
}
