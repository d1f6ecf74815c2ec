using CrisisFlow.Testing;

namespace CrisisFlow.Warnings.Tests.Deciding;

public sealed class The_page_of_warnings
{
    [Fact]
    public void The_page_lists_every_indicator_with_its_weight() =>
        Generated.IsUpToDate(
            "docs/warnings.md",
            "indicators",
            "| indicator | measured over | 0 is | 1 is | weight |\n| --- | --- | --- | --- | --- |\n"
                + string.Concat(
                    Indicator.All.Select(i =>
                        FormattableString.Invariant(
                            $"| {i.Name} | {i.Over} | {i.Nothing} | {i.Full} | {i.DefaultWeight} |\n"
                        )
                    )
                )
        );
}
