using System.Globalization;
using System.Text;
using CrisisFlow.InfraTools.Pages;

namespace CrisisFlow.InfraTools.Costs;

/// <summary>Writes docs/cost.md.</summary>
public static class CostDocument
{
    public static string Render(Inputs inputs)
    {
        var model = new CostModel(inputs);
        var (mentions, cases, idle) = (model.MillionMentions(), model.ThousandCases(), model.IdleMonths());
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"""
            # What CrisisFlow costs on Azure

            This page is computed by `scripts/cost` from counted operations (`infra/workload.json`) and unit prices
            (`infra/prices.json`); a test computes it again and compares.
            Prices: {inputs.Prices.Currency}, {inputs.Prices.Region}. The local host costs nothing but its machine.

            | | {inputs.Prices.Currency} |
            |---|---:|
            | 1,000,000 mentions | {Money(mentions.Total)} |
            | 1,000 cases | {Money(cases.Total)} |
            | **Idle cost per month**, default | **{Money(idle[0].Total)}** |
            | Idle cost per month, small | {Money(idle[1].Total)} |
            | Idle cost per month, small, nothing always ready | {Money(idle[2].Total)} |

            Of the idle cost the Service Bus namespace and the alerts are fixed; the always-ready instance is what keeps
            deadlines of cases on time while nobody visits (`alwaysReadyDurable`), and its memory (`instanceMemoryMB`)
            is the largest lever. The bills of work leave the free monthly grants out, so a quiet month costs less than
            they say; the idle bills count them.


            """
        );
        text.AppendLine("## Work").AppendLine();
        foreach (var bill in (Bill[])[mentions, cases])
            Append(text, bill);
        text.AppendLine("## A month in which nothing happens").AppendLine();
        foreach (var bill in idle)
            Append(text, bill);
        text.AppendLine("## Unit prices")
            .AppendLine()
            .AppendLine("| Name | Price | For | Source |")
            .AppendLine("|---|---:|---|---|");
        foreach (var (name, price) in inputs.Prices.Prices)
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| `{name}` | {price.Value} | {price.Unit} | {price.Source} |"
            );
        text.AppendLine().AppendLine(inputs.Prices.Note).AppendLine();
        text.AppendLine("## What is counted")
            .AppendLine()
            .AppendLine("| Name | Number | How |")
            .AppendLine("|---|---:|---|");
        foreach (var (name, number) in inputs.Workload.Numbers)
            text.AppendLine(CultureInfo.InvariantCulture, $"| `{name}` | {number.Value} | {number.How} |");
        text.AppendLine().AppendLine(inputs.Workload.Note);
        return Columns.Wrap(text.ToString().ReplaceLineEndings("\n"));
    }

    private static void Append(StringBuilder text, Bill bill)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"### {bill.Name}").AppendLine();
        text.AppendLine("| | Quantity | | Free | Unit price | Amount |").AppendLine("|---|---:|---|---:|---|---:|");
        foreach (var line in bill.Lines)
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {line.Name} | {Quantity(line.Quantity)} | {line.Unit} | "
                    + $"{(line.Included > 0 ? Quantity(line.Included) : "")} | `{line.Price}` | {Money(line.Amount)} |"
            );
        text.AppendLine(CultureInfo.InvariantCulture, $"| **Total** | | | | | **{Money(bill.Total)}** |").AppendLine();
    }

    private static string Money(decimal amount) =>
        amount.ToString(amount is > 0 and < 0.01m ? "0.0000" : "0.00", CultureInfo.InvariantCulture);

    private static string Quantity(decimal quantity) =>
        quantity.ToString(quantity < 100 ? "0.###" : "#,##0", CultureInfo.InvariantCulture);
}
