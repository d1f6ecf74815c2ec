using System.Globalization;
using CrisisFlow.Cases;

namespace CrisisFlow.Response.Engine;

/// <summary>Row keys of a case's partition and of the tables beside it.</summary>
internal static class CaseKeys
{
    public const string Head = "head";

    public const string Events = "e-";

    /// <summary>Signals not taken yet, in the order they were raised.</summary>
    public const string Queue = "q-";

    /// <summary>The one partition of the tables of open cases and of the list.</summary>
    public const string Everything = "all";

    public static string Event(long number) => Events + number.ToString("D10", CultureInfo.InvariantCulture);

    public static string Signal(string id) => "s-" + id;

    public static string Queued(DateTimeOffset at, string id) =>
        Queue + at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture) + "-" + id;

    public static string Action(string id) => "x-" + id;

    public static string OpenCase(CaseId id) => "c." + id;

    /// <summary>
    /// One mark per signal: nobody can clear it before the signal it announces was taken.
    /// </summary>
    public static string Mark(CaseId id, string signal) => Marks(id) + signal;

    public static string Marks(CaseId id) => "s." + id + ".";

    public static string Listed(DateTimeOffset openedAt, CaseId id) =>
        (DateTime.MaxValue.Ticks - openedAt.UtcTicks).ToString("D19", CultureInfo.InvariantCulture) + "-" + id;
}
