using CrisisFlow.Cases;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Wording;
using CrisisFlow.Settings;
using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web;

/// <summary>
/// Finds out for whom a page is. Its language is the requested one (?lang=), the person's, the browser's, the brand's.
/// </summary>
internal sealed class Viewers(
    CrisisFlowSettings settings,
    SitePaths paths,
    ITeamAdmission admission,
    OutboxFolder outbox,
    TimeProvider time
)
{
    /// <param name="person">Id of the person a link was sent to; null when unknown.</param>
    public Viewer For(HttpContext context, string? person = null) =>
        Make(context, Asked(context) ?? LanguageOf(person) ?? Accepted(context) ?? BrandLanguage, person);

    public Viewer For(HttpContext context, Person person) =>
        Make(context, Asked(context) ?? Texts.For(person.Language), person.Id.Value);

    private Texts BrandLanguage => Texts.Find(settings.Brand.Language) ?? Texts.For(Language.All[0]);

    private Viewer Make(HttpContext context, Texts texts, string? person) =>
        new(texts, time.GetUtcNow(), Viewer.ZoneOf(settings, person), person is null && admission.Admits(context))
        {
            Paths = paths,
            Here = Here(context.Request.Path),
            Outbox = outbox.Path is not null,
        };

    /// <summary>Two slashes at the beginning would lead to another host.</summary>
    private string Here(PathString path) =>
        path.Value is { Length: > 1 } text && text[1] == '/' ? paths.Home : paths.At(path.ToUriComponent());

    private Texts? LanguageOf(string? person) => Texts.Find(settings.People.Find(one => one.Id == person)?.Language);

    private static Texts? Asked(HttpContext context) => Texts.Find(context.Request.Query["lang"].ToString());

    /// <summary>The first of our languages in the header; its weights are nearly always in order.</summary>
    private static Texts? Accepted(HttpContext context)
    {
        foreach (var range in context.Request.Headers.AcceptLanguage.ToString().Split(',', 12))
        {
            var tag = range.Trim();
            if (
                Language.All.FirstOrDefault(one => tag.StartsWith(one.Code, StringComparison.OrdinalIgnoreCase)) is
                { } language
            )
                return Texts.For(language);
        }

        return null;
    }
}
