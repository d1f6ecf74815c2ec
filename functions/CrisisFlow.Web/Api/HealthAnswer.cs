using System.ComponentModel;

namespace CrisisFlow.Web.Api;

/// <summary>How the host is doing. No message of an exception is in it, since anybody may ask.</summary>
public sealed record HealthAnswer(
    [property: Description(
        "`ok`; `standing still` when a stage that runs all the time has stopped; `failing` when one keeps failing."
    )]
        string Status,
    [property: Description("When the host started, UTC.")] DateTime Started,
    [property: Description("In the order of their names.")] IReadOnlyList<StageAnswer> Stages
)
{
    /// <summary>Under this key a health check hands its answer to the endpoint.</summary>
    public const string Key = "answer";
}

/// <summary>How one stage is doing.</summary>
public sealed record StageAnswer(
    [property: Description("poll, evaluate, cases, watch or retention.")] string Stage,
    [property: Description("When it last ran, UTC; null = not since the start.")] DateTime? LastRun,
    [property: Description("When it last ran without a failure, UTC; null = not since the start.")] DateTime? LastOk,
    [property: Description("Failures in a row.")] int Failures
);
