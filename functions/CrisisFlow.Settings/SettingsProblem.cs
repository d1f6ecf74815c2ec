namespace CrisisFlow.Settings;

/// <summary>Whether a problem keeps a host from starting.</summary>
public enum ProblemKind
{
    Error,

    /// <summary>Worth knowing; the host starts.</summary>
    Note,
}

/// <summary>One thing that is wrong with settings or playbooks.</summary>
/// <param name="Place">File with line and column, or where else the value came from.</param>
/// <param name="Setting">Dotted name, e.g. warnings.enterOrange; empty when a whole file is meant.</param>
/// <param name="Message">A sentence that names the value and the limit.</param>
public sealed record SettingsProblem(string Place, string Setting, string Message, ProblemKind Kind = ProblemKind.Error)
{
    /// <summary>Always a single line.</summary>
    public override string ToString()
    {
        var text =
            Place
            + (Kind == ProblemKind.Note ? ": note" : "")
            + (Setting.Length == 0 ? "" : ": " + Setting)
            + ": "
            + Message;
        return string.Create(
            text.Length,
            text,
            static (span, from) =>
            {
                for (var i = 0; i < from.Length; i++)
                    span[i] = char.IsControl(from[i]) || from[i] is '\u2028' or '\u2029' ? ' ' : from[i];
            }
        );
    }
}

/// <summary>The settings cannot be used; every problem is in the message.</summary>
public sealed class SettingsException(IReadOnlyList<SettingsProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems.Select(p => p.ToString())))
{
    public IReadOnlyList<SettingsProblem> Problems { get; } = problems;
}
