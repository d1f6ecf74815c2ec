using CrisisFlow.Infra.Tests.Checking;

namespace CrisisFlow.Infra.Tests.Scripts;

internal static class Shells
{
    /// <returns>Why a shell cannot be used here; null = it can.</returns>
    public static string? Missing(string shell)
    {
        try
        {
            Running.Start(shell, ".", shell == "pwsh" ? ["-NoProfile", "-Command", "exit 0"] : ["-c", "exit 0"]);
            return null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return $"There is no '{shell}' on the path.";
        }
    }
}
