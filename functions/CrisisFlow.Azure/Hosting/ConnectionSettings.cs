using CrisisFlow.Azure.Http;
using CrisisFlow.Azure.Storage;
using Microsoft.Extensions.Configuration;

namespace CrisisFlow.Azure.Hosting;

/// <summary>
/// Where this host's services are, by the setting names that Functions itself uses for identity-based connections.
/// </summary>
/// <param name="Tables">From <c>Tables__serviceUri</c>, or <c>Tables</c> as a connection string for Azurite.</param>
/// <param name="ServiceBus">From <c>ServiceBus__fullyQualifiedNamespace</c>.</param>
/// <param name="ClientId">
/// From <c>AZURE_CLIENT_ID</c>: the user-assigned identity; null = the system-assigned one, or the developer's own
/// login.
/// </param>
/// <param name="SendGridKey">From <c>SendGrid__ApiKey</c>; on Azure a Key Vault reference.</param>
/// <param name="SendGridHost">From <c>SendGrid__Host</c>; the European address, or a test's own server.</param>
/// <param name="SignIn">App Service authentication is on.</param>
internal sealed record ConnectionSettings(
    TableSettings Tables,
    string ServiceBus,
    string? ClientId,
    string SendGridKey,
    string SendGridHost,
    bool SignIn
)
{
    private const string EmulatorName = "devstoreaccount1";

    /// <summary>Every problem at once, as sentences.</summary>
    public static (ConnectionSettings? Settings, IReadOnlyList<string> Problems) Read(IConfiguration configuration)
    {
        var problems = new List<string>();
        var tables = ReadTables(configuration, problems);
        var serviceBus = configuration["ServiceBus:fullyQualifiedNamespace"];
        if (string.IsNullOrWhiteSpace(serviceBus))
            problems.Add(
                "ServiceBus__fullyQualifiedNamespace is not set; it names the Service Bus, for example "
                    + "crisisflow.servicebus.windows.net."
            );
        if (!string.IsNullOrEmpty(configuration["ServiceBus"]))
            problems.Add(
                "ServiceBus is set to a connection string; the Service Bus is reached by identity only, so set "
                    + "ServiceBus__fullyQualifiedNamespace."
            );
        var key = configuration["SendGrid:ApiKey"];
        if (string.IsNullOrWhiteSpace(key))
            problems.Add("SendGrid__ApiKey is not set; it is a SendGrid key that may send mail.");
        else if (key.StartsWith("@Microsoft.KeyVault(", StringComparison.Ordinal))
            problems.Add(
                "SendGrid__ApiKey is a Key Vault reference that was not resolved; the app's identity needs the role "
                    + "Key Vault Secrets User."
            );
        return problems.Count > 0
            ? (null, problems)
            : (
                new ConnectionSettings(
                    tables!,
                    serviceBus!,
                    NullIfEmpty(configuration["AZURE_CLIENT_ID"]),
                    key!,
                    NullIfEmpty(configuration["SendGrid:Host"]) ?? "https://api.sendgrid.com",
                    string.Equals(
                        configuration[TeamAdmission.SignInSetting],
                        "true",
                        StringComparison.OrdinalIgnoreCase
                    )
                ),
                problems
            );
    }

    private static TableSettings? ReadTables(IConfiguration configuration, List<string> problems)
    {
        var (address, connection) = (configuration["Tables:serviceUri"], configuration["Tables"]);
        if (!string.IsNullOrEmpty(connection) && !IsEmulator(connection))
            problems.Add(
                "Tables is set to a connection string with an account key; that is for Azurite only, so set "
                    + "Tables__serviceUri and give the app's identity the role Storage Table Data Contributor."
            );
        else if (!string.IsNullOrEmpty(connection))
            return new TableSettings(null, connection);
        else if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps)
            return new TableSettings(uri, null);
        else
            problems.Add(
                $"Tables__serviceUri is '{address}'; it is the https address of the table service, for example "
                    + "https://account.table.core.windows.net."
            );
        return null;
    }

    private static bool IsEmulator(string connection) =>
        connection.Contains("UseDevelopmentStorage=true", StringComparison.OrdinalIgnoreCase)
        || connection.Contains($"AccountName={EmulatorName};", StringComparison.OrdinalIgnoreCase);

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
