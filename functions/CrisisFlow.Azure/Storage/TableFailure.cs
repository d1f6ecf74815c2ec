using Azure;
using CrisisFlow.Storage;

namespace CrisisFlow.Azure.Storage;

/// <summary>What the table client throws, in the port's words.</summary>
internal static class TableFailure
{
    private const string NoTable = "TableNotFound";

    /// <summary>
    /// Turns "busy", "broken", "nobody there" and "no such table" into <see cref="StoreUnavailableException"/>;
    /// everything else passes.
    /// </summary>
    public static async Task<T> TranslateAsync<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        try
        {
            return await call();
        }
        catch (RequestFailedException failed) when (IsForNow(failed))
        {
            throw new StoreUnavailableException(
                $"Table Storage answered {failed.Status} ({failed.ErrorCode ?? "no code"}).",
                failed,
                RetryAfter(failed)
            );
        }
        catch (AggregateException failed)
            when (failed.InnerExceptions.All(inner =>
                    inner is RequestFailedException one && IsForNow(one) || inner is OperationCanceledException
                )
            )
        {
            throw new StoreUnavailableException(
                $"Table Storage did not answer in {failed.InnerExceptions.Count} tries.",
                failed
            );
        }
        catch (OperationCanceledException gaveUp) when (!cancellation.IsCancellationRequested)
        {
            throw new StoreUnavailableException("Table Storage did not answer in time.", gaveUp);
        }
    }

    public static ConflictKind? ConflictOf(int status) =>
        status switch
        {
            409 => ConflictKind.AlreadyExists,
            412 => ConflictKind.Changed,
            404 => ConflictKind.Missing,
            _ => null,
        };

    /// <summary>
    /// A read by key answers 404 for a missing row and for a missing table alike; only the body tells them apart.
    /// </summary>
    public static bool IsMissingTable(global::Azure.Response answer) =>
        answer.Status == 404 && answer.Content.ToString().Contains(NoTable, StringComparison.Ordinal);

    // 0: no answer at all (refused, reset, unknown host). A table can be missing because it is being deleted and made
    // again.
    private static bool IsForNow(RequestFailedException failed) =>
        failed.Status is 0 or 408 or 429 or >= 500 || failed.ErrorCode is NoTable or "TableBeingDeleted";

    private static TimeSpan? RetryAfter(RequestFailedException failed) =>
        failed.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var text) == true
        && int.TryParse(text, out var seconds)
        && seconds >= 0
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
