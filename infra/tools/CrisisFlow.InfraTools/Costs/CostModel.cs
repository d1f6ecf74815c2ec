namespace CrisisFlow.InfraTools.Costs;

/// <summary>One line of a bill.</summary>
/// <param name="Quantity">Of what the price is for.</param>
/// <param name="Price">Name of the unit price.</param>
/// <param name="Included">What a month's free grant takes off, where the line stands for a month.</param>
public sealed record CostLine(
    string Name,
    decimal Quantity,
    string Unit,
    string Price,
    decimal UnitPrice,
    decimal Included = 0
)
{
    public decimal Amount => Math.Max(0, Quantity - Included) * UnitPrice;
}

public sealed record Bill(string Name, IReadOnlyList<CostLine> Lines)
{
    public decimal Total => Lines.Sum(l => l.Amount);
}

/// <summary>
/// Counted operations times unit prices. Bills of work leave free grants out; the idle bill counts them, since they are
/// there every month.
/// </summary>
public sealed class CostModel(Inputs inputs)
{
    private const decimal Million = 1_000_000;
    private const decimal GigaByte = 1024m * 1024 * 1024;

    private decimal N(string name) => inputs.Count(name);

    private CostLine Line(string name, decimal quantity, string unit, string price, decimal included = 0) =>
        new(name, quantity, unit, price, inputs.Price(price), included);

    public Bill MillionMentions()
    {
        var deliveries = N("deliveriesPerMention");
        var messages = Million * deliveries / N("mentionsPerMessage");
        return new(
            "1,000,000 mentions",
            [
                Line("Executions: one a message", messages, "executions", "flexExecution"),
                Line("Compute", messages * N("secondsPerMessage") * N("memoryGb"), "GB-s", "flexGbSecond"),
                Line(
                    "Service Bus",
                    messages * N("serviceBusOperationsPerMessage"),
                    "operations",
                    "serviceBusOperation"
                ),
                Line(
                    "Table transactions",
                    Million * (N("mentionTableTransactions") + ((deliveries - 1) * N("mentionAgainTableTransactions"))),
                    "transactions",
                    "tableTransaction"
                ),
                Line("Kept for a month", Million * N("mentionBytes") / GigaByte, "GB", "tableGbMonth"),
                Line("Logs", Million * N("logBytesPerMention") / GigaByte, "GB", "logGb"),
            ]
        );
    }

    public Bill ThousandCases()
    {
        const decimal cases = 1000;
        // An episode is one run of the orchestrator: at the start, after each activity, timer and signal.
        var episodes = cases * N("episodesPerCase");
        var activities = cases * N("activitiesPerCase");
        var steps = episodes + activities;
        return new(
            "1,000 cases",
            [
                Line("Executions: episodes and activities", steps, "executions", "flexExecution"),
                Line(
                    "Compute on the instance that is always ready",
                    steps * N("secondsPerCaseStep") * N("memoryGb"),
                    "GB-s",
                    "flexReadyActiveGbSecond"
                ),
                Line(
                    "Table transactions of the product",
                    cases * N("tableTransactionsPerCase"),
                    "transactions",
                    "tableTransaction"
                ),
                Line(
                    "Table transactions of the orchestration",
                    episodes * N("durableTableTransactionsPerEpisode"),
                    "transactions",
                    "tableTransaction"
                ),
                Line(
                    "Queue transactions of the orchestration",
                    steps * N("durableQueueTransactionsPerStep"),
                    "transactions",
                    "queueTransaction"
                ),
                Line("Service Bus: events announced", cases * N("eventsPerCase"), "operations", "serviceBusOperation"),
                Line("Mails", cases * N("mailsPerCase"), "mails", "mail"),
                Line("Kept for a month", cases * N("caseBytes") / GigaByte, "GB", "tableGbMonth"),
                Line("Logs", cases * N("logBytesPerCase") / GigaByte, "GB", "logGb"),
            ]
        );
    }

    /// <summary>A month in which nothing is published about the brand.</summary>
    /// <param name="alwaysReady">False = everything starts on demand; deadlines may then be met minutes late.</param>
    public Bill IdleMonth(string name, decimal memoryGb, bool alwaysReady)
    {
        var hours = N("hoursPerMonth");
        var seconds = hours * 3600;
        var timers =
            (hours * (N("evaluationsPerHour") + N("pollsPerHour") + N("sweepsPerHour"))) + N("nightlyRunsPerMonth");
        var ready = alwaysReady ? N("alwaysReadyInstances") : 0;
        // Each control queue and the work-item queue is asked.
        var queues = N("controlQueues") + 1;
        return new(
            name,
            [
                Line("Timer executions", timers, "executions", "flexExecution", inputs.Price("flexFreeExecutions")),
                Line(
                    "Timer compute",
                    timers * Math.Max(N("minimumBilledSeconds"), N("secondsPerIdleTimer")) * memoryGb,
                    "GB-s",
                    "flexGbSecond",
                    inputs.Price("flexFreeGbSeconds")
                ),
                Line("Always-ready instance for cases", ready * seconds * memoryGb, "GB-s", "flexReadyGbSecond"),
                Line(
                    "Table transactions",
                    (timers * N("tableTransactionsPerIdleTimer"))
                        + ((alwaysReady ? 1 : 0) * hours * 60 * N("leaseTableTransactionsPerMinute")),
                    "transactions",
                    "tableTransaction"
                ),
                Line(
                    "Queue polling",
                    (alwaysReady ? 1 : 0) * hours * 60 * N("queuePollsPerMinute") * queues,
                    "transactions",
                    "queueTransaction"
                ),
                Line(
                    "Lease renewals",
                    (alwaysReady ? 1 : 0) * hours * 60 * N("leaseRenewalsPerMinute"),
                    "transactions",
                    "blobTransaction"
                ),
                Line("Service Bus namespace", 1, "month", "serviceBusMonth"),
                Line(
                    "Service Bus operations",
                    hours * 60 * N("serviceBusIdleOperationsPerMinute"),
                    "operations",
                    "serviceBusOperation",
                    inputs.Price("serviceBusIncluded")
                ),
                Line("Key Vault", hours / 24 * N("vaultOperationsPerDay"), "operations", "vaultOperation"),
                Line("Logs", N("idleLogGb"), "GB", "logGb", inputs.Price("logFreeGb")),
                Line("Log alerts", N("logAlerts"), "rules", "logAlertMonth"),
                Line("Metric alerts", N("metricAlerts"), "series", "metricAlertMonth"),
            ]
        );
    }

    public IReadOnlyList<Bill> IdleMonths() =>
        [
            IdleMonth(
                $"Default: {N("memoryGb") * 1024:0} MB, one instance always ready",
                N("memoryGb"),
                alwaysReady: true
            ),
            IdleMonth(
                $"main.small.bicepparam: {N("smallMemoryGb") * 1024:0} MB, one instance always ready",
                N("smallMemoryGb"),
                alwaysReady: true
            ),
            IdleMonth(
                $"{N("smallMemoryGb") * 1024:0} MB, nothing always ready",
                N("smallMemoryGb"),
                alwaysReady: false
            ),
        ];
}
