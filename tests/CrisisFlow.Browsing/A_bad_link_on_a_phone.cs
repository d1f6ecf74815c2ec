using CrisisFlow.Browsing.Driver;

namespace CrisisFlow.Browsing;

public sealed class A_bad_link_on_a_phone(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact(Timeout = 300_000)]
    public async Task A_bad_link_on_a_phone_says_what_is_wrong_in_the_readers_language()
    {
        await using var crisis = await Crisis.StartAsync();
        await using var phone = await chromium.PhoneAsync(crisis.Address);
        await using var english = await chromium.PhoneAsync(crisis.Address, "en");
        var link = (await crisis.ReadMailAsync(phone, "ann@", "研判"))[0];
        var altered = link[..^3] + (link[^3] == 'A' ? 'B' : 'A') + link[^2..];
        foreach (
            var (bad, status) in ((string, int)[])
                [(link[..^30], 400), (altered, 403), ("/l/x", 400), ("/cases?a=1&a=2", 400), ("/nothing", 404)]
        )
        {
            await phone.GoAsync(bad);
            Assert.Equal(status, phone.Status);
            await english.GoAsync(bad);
        }

        await crisis.PassAsync(TimeSpan.FromDays(4), TimeSpan.FromHours(6));
        await phone.GoAsync(link);
        Assert.Equal(410, phone.Status);
        await phone.ShouldSayAsync("链接已过期");
    }
}
