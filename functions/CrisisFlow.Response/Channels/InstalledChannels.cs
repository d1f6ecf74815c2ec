using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Settings;

namespace CrisisFlow.Response.Channels;

/// <summary>
/// Fits a playbook to this installation: nobody is asked to write for a channel that is not set up, and none fails
/// because of it.
/// </summary>
public static class InstalledChannels
{
    /// <summary>
    /// The playbook with the channels that are set up; as it is when none of its channels is, so that the failure is
    /// told.
    /// </summary>
    public static Playbook Only(Playbook playbook, CrisisFlowSettings settings)
    {
        var there = ChannelList.SetUp(settings).ToHashSet(StringComparer.Ordinal);
        List<string> kept = [.. playbook.Execution.Channels.Where(there.Contains)];
        if (kept.Count == 0 || kept.Count == playbook.Execution.Channels.Count)
            return playbook;
        return playbook with
        {
            Execution = playbook.Execution with { Channels = kept },
            Statements = [.. playbook.Statements.Where(text => there.Contains(text.Channel))],
        };
    }
}
