using CrisisFlow.Cases;

namespace CrisisFlow.Settings.Starting;

internal static class BrandRules
{
    public static void Check(CrisisFlowSettings settings, Findings findings)
    {
        var brand = settings.Brand;
        if (brand.Name.Length == 0)
            findings.Add("brand.name", "The brand has no name; mails, pages and statements need one.");
        if (Language.Find(brand.Language) is null)
            findings.Add("brand.language", $"'{brand.Language}' is not {Language.Codes}.");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(brand.TimeZone, out _))
            findings.Add("brand.timeZone", $"'{brand.TimeZone}' is not a time zone this machine knows.");
    }
}
