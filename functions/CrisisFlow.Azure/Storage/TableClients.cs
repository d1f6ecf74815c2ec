using Azure.Core;
using Azure.Data.Tables;

namespace CrisisFlow.Azure.Storage;

/// <summary>Makes the two clients of a <see cref="TableEntityStore"/>.</summary>
internal static class TableClients
{
    public static TableEntityStore Create(TableSettings settings, TokenCredential credential) =>
        settings.ConnectionString is { } connection
            ? new(new(connection, Options(tries: 3)), new(connection, Options(tries: 0)))
            : new(
                new(settings.ServiceUri!, credential, Options(tries: 3)),
                new(settings.ServiceUri!, credential, Options(tries: 0))
            );

    private static TableClientOptions Options(int tries) =>
        new()
        {
            Retry =
            {
                MaxRetries = tries,
                Delay = TimeSpan.FromMilliseconds(200),
                MaxDelay = TimeSpan.FromSeconds(5),
                // The pipeline's own default of 100 s is longer than a function may run.
                NetworkTimeout = TimeSpan.FromSeconds(15),
            },
        };
}

/// <summary>
/// Where the tables are. Exactly one of the two is set; <see cref="ConnectionString"/> is for Azurite alone.
/// </summary>
internal sealed record TableSettings(Uri? ServiceUri, string? ConnectionString);
