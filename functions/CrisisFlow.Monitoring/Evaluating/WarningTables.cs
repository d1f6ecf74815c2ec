using System.Globalization;

namespace CrisisFlow.Monitoring.Evaluating;

/// <summary>Where warnings lie: one partition a topic.</summary>
public static class WarningTables
{
    /// <summary>
    /// Partition = topic id; rows: head, ev-… (events), vw-… (views), ef-… (effects to perform), dn-… (effects
    /// performed).
    /// </summary>
    public const string Warnings = "warnings";

    public static readonly IReadOnlyList<string> All = [Warnings];

    internal const string Head = "head";

    public const string Events = "ev-";

    public const string Views = "vw-";

    public const string Pending = "ef-";

    public const string Done = "dn-";

    /// <summary>Newest first: a later number sorts before an earlier one.</summary>
    internal static string Newest(string prefix, long number) =>
        prefix + (9_999_999_999 - number).ToString("D10", CultureInfo.InvariantCulture);

    public static string Action(string prefix, long eventNumber, string name) =>
        prefix + eventNumber.ToString("D10", CultureInfo.InvariantCulture) + "-" + name;
}
