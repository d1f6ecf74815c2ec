using System.Security.Cryptography;
using System.Text;
using CrisisFlow.Cases.Lifecycle;

namespace CrisisFlow.Web.Links;

/// <summary>What a person says with a decision, and whether two decisions say the same.</summary>
internal static class SaidWith
{
    /// <summary>The same whenever it is said.</summary>
    public static bool Same(CaseCommand one, CaseCommand other) =>
        string.Equals(Timeless(one), Timeless(other), StringComparison.Ordinal);

    /// <summary>16 hexadecimal digits: part of a signal's id, which stands for one content only.</summary>
    public static string Hash(CaseCommand command) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Timeless(command))))[..16];

    /// <summary>
    /// Words that are on no record when the decision comes to nothing. A note, a fact, a review or a draft comes to
    /// nothing only where the very same words are kept already.
    /// </summary>
    public static bool HasWords(CaseCommand command) =>
        command switch
        {
            CaseCommand.DecideTriage said => said.Comment.Length > 0,
            CaseCommand.DecideSetback said => said.Comment.Length > 0,
            CaseCommand.Approve said => said.Comment.Length > 0,
            CaseCommand.Reject said => said.Comment.Length > 0,
            CaseCommand.CompleteTask said => said.Comment.Length > 0,
            CaseCommand.HandOver said => said.Reason.Length > 0,
            CaseCommand.Regrade said => said.Reason.Length > 0,
            CaseCommand.Close said => said.Reason.Length > 0,
            CaseCommand.Stop said => said.Reason.Length > 0,
            _ => false,
        };

    private static string Timeless(CaseCommand command) => CaseJson.Write(command with { At = default });
}
