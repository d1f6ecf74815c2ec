using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;

namespace CrisisFlow.Response.Tests.Channels;

/// <summary>One approved text on its way out.</summary>
internal static class SampleOrder
{
    public static readonly DateTimeOffset Approved = new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero);

    public static PublicationOrder Of(
        string channel,
        string? id = null,
        DateTimeOffset? at = null,
        string title = "说明",
        string body = "我们致歉。",
        Language? language = null
    ) =>
        new(
            new PublicationId(id ?? $"v2-{channel}-zh"),
            new CaseId("case-1"),
            "qingtian",
            "晴天电商",
            2,
            new string('a', 64),
            channel,
            language ?? Language.Zh,
            title,
            body,
            at ?? Approved,
            false
        );
}
