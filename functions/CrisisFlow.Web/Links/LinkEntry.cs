using CrisisFlow.Presentation;

namespace CrisisFlow.Web.Links;

/// <summary>What a token opens.</summary>
internal abstract record LinkEntry
{
    private LinkEntry() { }

    /// <summary>A case, for one person and one purpose.</summary>
    public sealed record ToCase(LinkVisit Visit) : LinkEntry;

    /// <summary>A topic's warnings, to read them.</summary>
    public sealed record ToWarnings(Viewer Viewer, string Topic) : LinkEntry;

    /// <summary>One warning, for one person who may dismiss it.</summary>
    public sealed record ToDismissal(DismissalVisit Visit) : LinkEntry;

    /// <summary>Nothing; the page explains why.</summary>
    public sealed record Refused(PageResult Page) : LinkEntry;
}
