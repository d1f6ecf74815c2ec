namespace CrisisFlow.Web.Sources;

/// <summary>How a source is doing.</summary>
internal enum SourceStatus
{
    /// <summary>Read lately, and it has news.</summary>
    Well,

    /// <summary>Not read yet since the start.</summary>
    Waiting,

    /// <summary>Reads well, and has had nothing new for longer than it should.</summary>
    Quiet,

    /// <summary>The last tries failed; it is tried again.</summary>
    Failing,

    /// <summary>No longer read: gone, or switched off in settings.</summary>
    Off,
}
