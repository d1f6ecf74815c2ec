using CrisisFlow.Cases.Lifecycle;

namespace CrisisFlow.Web.Links;

/// <summary>The command a form requests, or why it is invalid.</summary>
internal abstract record Asked
{
    private Asked() { }

    /// <param name="Signal">
    /// Names the decision: the same decision of the same person has the same id, so a second click is recognised. An id
    /// that is taken by another content stands for that one; see <see cref="LinkDecision"/>.
    /// </param>
    public sealed record Command(CaseCommand Wanted, string Signal) : Asked;

    /// <param name="Sentence">For the person, in the person's language.</param>
    public sealed record Problem(string Sentence) : Asked;
}
