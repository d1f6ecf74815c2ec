using CrisisFlow.Cases;
using CrisisFlow.Reading.Values;

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
        if (IanaZones.Find(brand.TimeZone) is null)
            findings.Add("brand.timeZone", ZoneName.Unknown(brand.TimeZone));
    }
}
