using CrisisFlow.Infra.Tests.Checking;

namespace CrisisFlow.Infra.Tests.Settings;

public sealed class App_settings_are_as_the_app_reads_them
{
    [Theory]
    [InlineData("AZURE_CLIENT_ID", "identity.outputs.clientId")]
    [InlineData("AzureWebJobsStorage__blobServiceUri", "storage.outputs.blobUri")]
    [InlineData("AzureWebJobsStorage__queueServiceUri", "storage.outputs.queueUri")]
    [InlineData("AzureWebJobsStorage__tableServiceUri", "storage.outputs.tableUri")]
    [InlineData("AzureWebJobsStorage__credential", "'managedidentity'")]
    [InlineData("AzureWebJobsStorage__clientId", "identity.outputs.clientId")]
    [InlineData("Tables__serviceUri", "storage.outputs.tableUri")]
    [InlineData("ServiceBus__fullyQualifiedNamespace", "serviceBus.outputs.fullyQualifiedNamespace")]
    [InlineData("ServiceBus__credential", "'managedidentity'")]
    [InlineData("ServiceBus__clientId", "identity.outputs.clientId")]
    [InlineData("AzureMonitor__ConnectionString", "monitoring.outputs.connectionString")]
    [InlineData("SendGrid__ApiKey", "format(vaultReference, 'sendgrid-api-key')")]
    [InlineData("ApiKeys__Mentions", "format(vaultReference, 'mentions-api-key')")]
    [InlineData("ApiKeys__Pages", "format(vaultReference, 'pages-api-key')")]
    [InlineData("Links__CurrentKey", "format(vaultReference, 'links-key-${linksCurrentKeyId}')")]
    [InlineData("Links__PreviousKey", "format(vaultReference, 'links-key-${linksPreviousKeyId}')")]
    [InlineData("Mail__From", "empty(mailFrom) ? 'crisisflow@example.invalid' : mailFrom")]
    [InlineData("Mail__SandboxMode", "toLower(string(mailSandboxMode || empty(mailFrom)))")]
    [InlineData("PollSchedule", "pollSchedule")]
    [InlineData("EvaluateSchedule", "evaluateSchedule")]
    [InlineData("SweepSchedule", "sweepSchedule")]
    [InlineData("RetentionSchedule", "retentionSchedule")]
    [InlineData("PurgeSchedule", "purgeSchedule")]
    [InlineData("TASKHUB_NAME", "taskHubName")]
    public void The_setting_is_there(string name, string expression) =>
        Assert.Equal(expression, Assert.Contains(name, BicepCheck.Run().Settings.ToDictionary()));

    /// <summary>
    /// Given one, the Functions host sends telemetry of its own, and in it the whole address of every request, link
    /// tokens included.
    /// </summary>
    [Fact]
    public void The_Functions_host_is_told_of_no_telemetry() =>
        Assert.DoesNotContain(
            BicepCheck.Run().Settings.Keys,
            name =>
                name.StartsWith("APPLICATIONINSIGHTS", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("APPINSIGHTS", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("OTEL_", StringComparison.OrdinalIgnoreCase)
        );

    [Fact]
    public void No_secret_stands_in_a_setting()
    {
        var named = BicepCheck
            .Run()
            .Settings.Where(s => System.Text.RegularExpressions.Regex.IsMatch(s.Key, "(Key|Secret|Password|Token)$"));

        Assert.All(named, s => Assert.StartsWith("format(vaultReference,", s.Value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("PollSchedule")]
    [InlineData("EvaluateSchedule")]
    [InlineData("SweepSchedule")]
    [InlineData("RetentionSchedule")]
    [InlineData("PurgeSchedule")]
    public void A_schedule_has_six_fields(string setting)
    {
        var parameter = BicepCheck.Run().Parameters[char.ToLowerInvariant(setting[0]) + setting[1..]];

        Assert.Matches(@"^(\S+ ){5}\S+$", parameter.Default?.GetString());
    }
}
