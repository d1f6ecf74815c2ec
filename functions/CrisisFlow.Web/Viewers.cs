using CrisisFlow.Cases;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Wording;

namespace CrisisFlow.Web;

/// <summary>Finds out for whom a page is: by person, by the page's own wish (?lang=), by the browser, by the brand.</summary>
internal sealed class Viewers(SiteParts parts)
{
    public Viewer For(SiteRequest request, Fields query, string? person = null) =>
        Make(request, Chosen(query) ?? (person is null ? null : PersonLanguage(person)) ?? Accepted(request.AcceptLanguage) ?? BrandLanguage, person);

    public Viewer For(SiteRequest request, Fields query, Person person) =>
        Make(request, Chosen(query) ?? Texts.For(person.Language), person.Id.Value);

    private Texts BrandLanguage => Texts.Find(parts.Settings.Brand.Language) ?? Texts.For(Language.All[0]);

    private Viewer Make(SiteRequest request, Texts texts, string? person) =>
        new(texts, parts.Time.GetUtcNow(), Viewer.ZoneOf(parts.Settings, person), request.IsTrusted && person is null)
        {
            Here = Uri.EscapeDataString(request.Path).Replace("%2F", "/", StringComparison.Ordinal),
            Outbox = parts.OutboxFolder is not null,
        };

    private Texts? PersonLanguage(string person) =>
        Texts.Find(parts.Settings.People.Find(one => one.Id == person)?.Language);

    private static Texts? Chosen(Fields query) => Texts.Find(query["lang"]);

    /// <summary>The first of our languages in the header; its weights are nearly always in order.</summary>
    private static Texts? Accepted(string? header)
    {
        foreach (var range in (header ?? "").Split(',', 12))
        {
            var tag = range.Trim();
            if (Language.All.FirstOrDefault(one =>
                tag.StartsWith(one.Code, StringComparison.OrdinalIgnoreCase)) is { } language) return Texts.For(
                    language);
        }

        return null;
    }
}
