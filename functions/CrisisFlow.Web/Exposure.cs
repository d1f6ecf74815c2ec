namespace CrisisFlow.Web;

/// <summary>Who may keep, find and frame an answer.</summary>
internal enum Exposure
{
    /// <summary>Nobody keeps it, no search engine lists it, no page frames it.</summary>
    Private,

    /// <summary>Everybody may read and keep it, and search engines may list it.</summary>
    Public,

    /// <summary>It shows a mail of the outbox in its own frame.</summary>
    Framing,

    /// <summary>
    /// A mail's own markup, whose styles are on its elements: no script, no form, and only our own page may frame it.
    /// </summary>
    Framed,
}
