using Azure;
using CrisisFlow.Storage;

namespace CrisisFlow.Azure.Storage;

/// <summary>What the table client throws, in the port's words.</summary>
internal static class TableFailure
{
    /// <summary>Turns "busy", "broken" and "nobody there" into <see cref="StoreUnavailableException"/>; everything else passes.</summary>
    public static async Task<T> TranslateAsync<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        try
        {
            return await call();
        }
        catch (RequestFailedException failed) when (IsForNow(failed.Status))
        {
            throw new StoreUnavailableException($"Table Storage answered {failed.Status} ({failed.ErrorCode ?? "no code"}).", failed, RetryAfter(failed));
        }
        catch (AggregateException failed) when (failed.InnerExceptions.All(inner => inner is RequestFailedException { Status: var status } && IsForNow(status) || inner is OperationCanceledException))
        {
            throw new StoreUnavailableException($"Table Storage did not answer in {failed.InnerExceptions.Count} tries.", failed);
        }
        catch (OperationCanceledException gaveUp) when (!cancellation.IsCancellationRequested)
        {
            throw new StoreUnavailableException("Table Storage did not answer in time.", gaveUp);
        }
    }

    public static ConflictKind? ConflictOf(int status) => status switch
    {
        409 => ConflictKind.AlreadyExists,
        412 => ConflictKind.Changed,
        404 => ConflictKind.Missing,
        _ => null,
    };

    // 0: no answer at all (refused, reset, unknown host).
    private static bool IsForNow(int status) => status is 0 or 408 or 429 or >= 500;

    private static TimeSpan? RetryAfter(RequestFailedException failed) =>
        failed.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var text) == true && int.TryParse(text, out var seconds) && seconds >= 0
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
