using Azure.Identity;
using Azure.Messaging.ServiceBus;
using CrisisFlow.Storage;

namespace CrisisFlow.Azure.Messaging;

/// <summary>How long Service Bus is waited for, and what its client throws, in the port's words.</summary>
internal static class Bus
{
    /// <summary>Limit for one call, whatever the client does meanwhile: people and timers are waiting.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <summary>The client's own limit is four minutes; here callers retry.</summary>
    public static ServiceBusClientOptions Options() =>
        new()
        {
            RetryOptions =
            {
                MaxRetries = 1,
                TryTimeout = TimeSpan.FromSeconds(3),
                Delay = TimeSpan.FromMilliseconds(500),
                MaxDelay = TimeSpan.FromSeconds(1),
            },
        };

    /// <exception cref="StoreUnavailableException">
    /// Service Bus is away, busy, full, or does not let this program in.
    /// </exception>
    public static async Task<T> AskAsync<T>(
        Func<CancellationToken, Task<T>> call,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            // The client does not look at its token everywhere.
            return await call(either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException slow) when (!cancellation.IsCancellationRequested)
        {
            throw new StoreUnavailableException(
                $"Service Bus did not answer within {Patience.TotalSeconds:0} s.",
                slow
            );
        }
        catch (ServiceBusException failed) when (failed.Reason != ServiceBusFailureReason.MessageSizeExceeded)
        {
            throw new StoreUnavailableException($"Service Bus is temporarily unavailable: {failed.Reason}.", failed);
        }
        catch (Exception failed)
            when (failed is UnauthorizedAccessException or AuthenticationFailedException or TimeoutException)
        {
            throw new StoreUnavailableException($"Service Bus cannot be reached: {failed.GetType().Name}.", failed);
        }
    }

    public static Task AskAsync(
        Func<CancellationToken, Task> call,
        TimeProvider time,
        CancellationToken cancellation
    ) =>
        AskAsync(
            async stopping =>
            {
                await call(stopping);
                return true;
            },
            time,
            cancellation
        );
}
