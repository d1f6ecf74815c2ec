using CrisisFlow.Cases;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Presentation;

namespace CrisisFlow.Web.Links;

/// <summary>Somebody who came by a good link to dismiss a warning.</summary>
/// <param name="Warning">Its id.</param>
/// <param name="Seal">What the form of this page carries.</param>
/// <param name="Caller">See <see cref="Web.Caller"/>.</param>
internal sealed record DismissalVisit(
    Viewer Viewer,
    TopicId Topic,
    string Warning,
    Person Person,
    string Token,
    string Seal,
    string Caller
);
