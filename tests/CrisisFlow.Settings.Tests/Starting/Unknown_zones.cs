namespace CrisisFlow.Settings.Tests.Starting;

public sealed class Unknown_zones
{
    private const string Why =
        "'Mars/Olympus' is not a time zone this machine knows; write an IANA name such as Asia/Shanghai.";

    [Theory]
    [InlineData("brand:\n  timeZone: Mars/Olympus\n", "crisisflow.yaml line 2 column 13: brand.timeZone: ")]
    [InlineData(
        "people:\n  - id: ann\n    email: ann@brand.example\n    roles: legal\n    timeZone: Mars/Olympus\n",
        "crisisflow.yaml line 5 column 15: people[0].timeZone: "
    )]
    public void A_zone_that_is_not_found_is_an_error_that_names_the_setting(string yaml, string place) =>
        Assert.Contains(place + Why, Checking.Problems(yaml));

    /// <summary>Settings that nobody checked, as the demo's are.</summary>
    [Fact]
    public void A_brand_s_zone_that_is_not_found_is_never_UTC_in_silence() =>
        Assert.Equal(
            "settings: brand.timeZone: " + Why,
            Assert.Throws<SettingsException>(() => new BrandSettings { TimeZone = "Mars/Olympus" }.Zone()).Message
        );
}
