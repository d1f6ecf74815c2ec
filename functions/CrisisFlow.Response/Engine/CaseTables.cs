namespace CrisisFlow.Response.Engine;

/// <summary>The tables cases live in.</summary>
public static class CaseTables
{
    /// <summary>Partition = case id: head, events by number, signals and effects by id.</summary>
    public const string Cases = "cases";

    /// <summary>
    /// One row per case that may have something to do; written before the case's own rows, so that no moment of a crash
    /// hides one.
    /// </summary>
    public const string Open = "opencases";

    /// <summary>One row per case, newest first.</summary>
    public const string List = "caselist";

    /// <summary>To create at start.</summary>
    public static readonly IReadOnlyList<string> All = [Cases, Open, List];
}
