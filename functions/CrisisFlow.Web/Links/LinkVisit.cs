using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Response.Engine;

namespace CrisisFlow.Web.Links;

/// <summary>Somebody who came by a good link: who, to which case, for which task.</summary>
/// <param name="Task">The task the link names; null when it is to the case as a whole.</param>
internal sealed record LinkVisit(Viewer Viewer, Link Link, string Token, string Seal, CaseRecord Case, Person Person, CaseTask? Task)
{
    public CaseFile File => Case.File;

    /// <summary>A form that comes back to this link, carrying the seal that no other site knows.</summary>
    public Html Form(Html fields) => Html.Of($"""
        <form method="post" action="{SitePaths.Link(Token)}" accept-charset="utf-8"><input type="hidden" name="seal" value="{Seal}">{fields}</form>
        """);

    /// <summary>What was wrong with what was sent; empty when nothing was.</summary>
    public static Html Problem(string? problem) => problem is null ? Html.Empty
        : Html.Of($"""<p class="note bad" role="alert">{problem}</p>""");

    public static Html Area(string name, string label, string? value, int longest, string css = "", string lang = "", bool required = false) => Html.Of($"""
        <label for="{name}">{label}</label><textarea id="{name}" name="{name}" maxlength="{longest}" class="{css}"{(lang.Length > 0 ? Html.Of($" lang=\"{lang}\"") : Html.Empty)}{(required ? Html.Own(" required") : Html.Empty)}>
        {value}</textarea>
        """);
}

/// <summary>What a form asks for, or why it asks for nothing.</summary>
internal abstract record Asked
{
    private Asked() { }

    /// <param name="Signal">Names the decision: the same decision of the same person has the same id, so a second click is recognised.</param>
    public sealed record Command(CaseCommand Wanted, string Signal) : Asked;

    /// <param name="Sentence">For the person, in the person's language.</param>
    public sealed record Problem(string Sentence) : Asked;
}
