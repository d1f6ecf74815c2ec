using CrisisFlow.Response.Engine;
using CrisisFlow.Settings;

namespace CrisisFlow.Response.Channels.Delivering;

/// <summary>
/// Where approved statements are published. Each channel is one folder and one line in the list of channels.
/// </summary>
/// <param name="name">As playbooks write it: 1 to 32 characters a-z, 0-9 and '-'. Stored, never renamed.</param>
public abstract class Channel(string name)
{
    public string Name => name;

    /// <summary>Tables it keeps besides the receipts.</summary>
    public virtual IReadOnlyList<string> Tables => [];

    /// <summary>Its part of the section "channels", with defaults.</summary>
    public abstract ISettingsPart NewSettings();

    public abstract bool IsSetUp(CrisisFlowSettings settings);

    /// <summary>Called once, when settings set it up.</summary>
    public abstract ChannelPublisher Open(ChannelTools tools);
}

/// <summary>A channel's part of the settings.</summary>
public interface IChannelSettings : ISettingsPart
{
    bool IsSetUp { get; }
}

/// <typeparam name="TSettings">Its part of the settings: the section "channels" has its properties.</typeparam>
public abstract class Channel<TSettings>(string name) : Channel(name)
    where TSettings : class, IChannelSettings, new()
{
    public sealed override ISettingsPart NewSettings() => new TSettings();

    public sealed override bool IsSetUp(CrisisFlowSettings settings) => settings.Channels.Of<TSettings>().IsSetUp;

    public sealed override ChannelPublisher Open(ChannelTools tools) =>
        Open(tools.Settings.Channels.Of<TSettings>(), tools);

    protected abstract ChannelPublisher Open(TSettings settings, ChannelTools tools);
}
