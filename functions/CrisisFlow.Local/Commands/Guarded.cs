using System.CommandLine;
using CrisisFlow.Settings;
using CrisisFlow.Storage;

namespace CrisisFlow.Local.Commands;

/// <summary>
/// The outer edge of every command: what the world did wrong is a sentence on standard error and exit code 1; only bugs
/// show where they happened.
/// </summary>
internal static class Guarded
{
    /// <summary>
    /// A value that begins with '@', such as an account's name, is that value and not a file of arguments.
    /// </summary>
    private static readonly ParserConfiguration Verbatim = new() { ResponseFileTokenReplacer = null };

    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        try
        {
            return await root.Parse(args, Verbatim)
                .InvokeAsync(
                    new InvocationConfiguration
                    {
                        ProcessTerminationTimeout = null,
                        EnableDefaultExceptionHandler = false,
                    }
                );
        }
        catch (OperationCanceledException)
        {
            return Output.Wrong;
        }
        catch (Exception error)
            when (error is IOException or UnauthorizedAccessException or StoreUnavailableException or SettingsException)
        {
            return Output.Fail(
                error.InnerException is IOException inner && error is UnauthorizedAccessException
                    ? inner.Message
                    : error.Message
            );
        }
#pragma warning disable CA1031 // One catch-all per host, at its outer edge.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            return Output.Fail(bug.ToString());
        }
    }
}
