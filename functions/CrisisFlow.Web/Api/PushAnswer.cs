using System.ComponentModel;

namespace CrisisFlow.Web.Api;

/// <summary>What was taken of a push.</summary>
internal sealed record PushAnswer(
    [property: Description("Items that were read.")] int Items,
    [property: Description("Items that belong to a monitored topic and are not too old.")] int Matched,
    [property: Description("What was rejected, in the body's order; at most 200.")] IReadOnlyList<PushProblem> Problems,
    [property: Description("Matched mentions that are new.")] int Stored,
    [property: Description("Matched mentions that were known already, or came twice in this push; they count once.")]
        int Merged,
    [property: Description("Items that belong to no monitored topic; nothing is kept of them.")] int Unmatched,
    [property: Description("Items that could not be taken: unreadable, beyond the limit, or older than what is kept.")]
        int Refused
);

/// <summary>One item or field that could not be taken.</summary>
internal sealed record PushProblem(
    [property: Description("The source that the item names, or the one of the request.")] string Source,
    [property: Description("Where: a line, an item, or a JSON pointer.")] string Place,
    [property: Description("What is wrong, in a sentence.")] string Message
);

/// <summary>Why nothing was taken.</summary>
internal sealed record PushRefusal([property: Description("What is wrong, in a sentence.")] string Error);
