using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Wording;
using CrisisFlow.Warnings;

namespace CrisisFlow.Web.Warnings;

/// <summary>The form that dismisses a warning, on the team's page and behind a mail's link.</summary>
internal static class DismissForm
{
    private const int LongestName = 100;
    private const int LongestReason = 500;

    /// <param name="action">Where it is sent.</param>
    /// <param name="level">What the person sees; see <see cref="WarningCommand.Dismiss.Seen"/>.</param>
    /// <param name="quiet">See <see cref="Presentation.Parts.DismissalPart.Quiet"/>.</param>
    /// <param name="asksName">Whether whoever sends it has to say who they are; a link knows.</param>
    public static Html Show(
        Viewer viewer,
        string action,
        string seal,
        string warning,
        Level level,
        string quiet,
        bool asksName,
        Fields sent
    )
    {
        var t = viewer.T;
        var mine = sent["warning"] == warning ? sent : Fields.None;
        var name = asksName
            ? Html.Of(
                $"""
                <label for="by-{warning}">{t["silence.by"]}</label>
                <input type="text" id="by-{warning}" name="by" maxlength="{LongestName}" required value="{mine["by"]}">
                """
            )
            : Html.Empty;
        return OwnForm.Show(
            action,
            seal,
            Html.Of(
                $"""
                <p>{t["dismiss.help"]}</p>{(quiet.Length > 0 ? Html.Of($"<p>{quiet}</p>") : Html.Empty)}
                <p class="soft">{t["dismiss.case"]}</p>
                <input type="hidden" name="action" value="dismiss">
                <input type="hidden" name="warning" value="{warning}">
                <input type="hidden" name="level" value="{level.ToString()}">{name}
                <label for="why-{warning}">{t["dismiss.why"]}</label>
                <input type="text" id="why-{warning}" name="why" maxlength="{LongestReason}" required
                value="{mine["why"]}">
                <div class="buttons"><button class="second">{t["dismiss.button"]}</button></div>
                """
            )
        );
    }

    /// <param name="by">Who it is; null when the form says so.</param>
    /// <returns>The command; or the key of the sentence that says what is wrong.</returns>
    public static (WarningCommand.Dismiss? Command, string Problem) Read(
        Fields sent,
        string warning,
        string? by,
        DateTimeOffset now
    )
    {
        by ??= sent.Text("by");
        if (by.Length is 0 or > LongestName)
            return (null, "WarningRefusal.AuthorMissing");
        var why = sent.Text("why");
        if (why.Length is 0 or > LongestReason)
            return (null, "WarningRefusal.ReasonMissing");
        var level = Enum.GetValues<Level>().FirstOrDefault(one => one.ToString() == sent["level"]);
        return (new WarningCommand.Dismiss(now, warning, by, why) { Seen = level }, "");
    }
}
