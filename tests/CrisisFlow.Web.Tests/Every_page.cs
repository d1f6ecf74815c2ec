using System.Text.RegularExpressions;
using CrisisFlow.Web.Tests.Desk;

namespace CrisisFlow.Web.Tests;

public sealed partial class Every_page
{
    [Theory(Timeout = 120_000)]
    [InlineData("")]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task Every_page_says_everything_in_words_that_exist(string lang)
    {
        foreach (var (name, html) in await Tour.PagesAsync(null, lang))
        {
            var missing = MissingKey().Match(html);
            Assert.False(missing.Success, $"{name} shows the key {missing.Value}");
            Assert.DoesNotContain("{0}", html);
        }
    }

    [GeneratedRegex(@"\[[A-Za-z]+(\.[A-Za-z-]+)+\]")]
    private static partial Regex MissingKey();
}
