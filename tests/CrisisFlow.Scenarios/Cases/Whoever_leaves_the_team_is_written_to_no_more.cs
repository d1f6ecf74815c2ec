using CrisisFlow.Scenarios.Driver;

namespace CrisisFlow.Scenarios.Cases;

public sealed class Whoever_leaves_the_team_is_written_to_no_more
{
    [Theory(Timeout = 120_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_leaves_the_team_gets_no_mail_about_a_case_opened_before(bool leaves)
    {
        await using var app = await OneBrand.StartAsync();
        await app.CrisisAsync();
        var before = MailsToLaw(app);
        app.Settings.People.Find(person => person.Id == "law")!.Disabled = leaves;

        await new Team(app).AnswerAsync();
        await app.FastForwardAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(leaves, MailsToLaw(app) == before);
    }

    private static int MailsToLaw(LocalApp app) =>
        app.Letters.Count(letter => letter.To.Contains("law@brand.example", StringComparison.Ordinal));
}
