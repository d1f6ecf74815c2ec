using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Response.Engine;

namespace CrisisFlow.Web.Links;

/// <summary>Somebody who came by a good link: who, to which case, for which task.</summary>
/// <param name="Seal">What a form of this page carries.</param>
/// <param name="Caller">See <see cref="Web.Caller"/>.</param>
/// <param name="Task">The task the link names; null when it is to the case as a whole.</param>
internal sealed record LinkVisit(
    Viewer Viewer,
    Link Link,
    string Token,
    string Seal,
    string Caller,
    CaseRecord Case,
    Person Person,
    CaseTask? Task
)
{
    public CaseFile File => Case.File;

    /// <summary>A form that comes back to this link.</summary>
    public Html Form(Html fields) => OwnForm.Show(Viewer.Paths.Link(Token), Seal, fields);

    public static Html Area(
        string name,
        string label,
        string? value,
        int longest,
        string css = "",
        string lang = "",
        bool required = false
    )
    {
        var language = lang.Length > 0 ? Html.Of($" lang=\"{lang}\"") : Html.Empty;
        return Html.Of(
            $"""
            <label for="{name}">{label}</label>
            <textarea id="{name}" name="{name}" maxlength="{longest}"
            class="{css}"{language}{(required ? Html.Own(" required") : Html.Empty)}>
            {value}</textarea>
            """
        );
    }
}
