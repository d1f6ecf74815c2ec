namespace CrisisFlow.Presentation.Mails;

/// <summary>A piece of a mail, written once and shown twice: as markup and as plain text.</summary>
public abstract record MailBlock
{
    private MailBlock() { }

    /// <summary>Our own sentence.</summary>
    public sealed record Say(string Text) : MailBlock;

    public sealed record Heading(string Text) : MailBlock;

    /// <summary>What somebody wrote, or what came from outside: shown apart from our words.</summary>
    public sealed record Quote(string Text, string Lang = "") : MailBlock;

    /// <summary>Labels with values, for example the sum behind an index.</summary>
    public sealed record Rows(IReadOnlyList<(string Label, string Value)> Lines) : MailBlock;

    /// <summary>Texts from outside, each with its source.</summary>
    public sealed record Items(IReadOnlyList<(string Text, string? Address, string Where)> Lines) : MailBlock;

    /// <summary>The task, its deadline, and what happens otherwise.</summary>
    public sealed record Ask(string What, string When, string Otherwise) : MailBlock;

    public sealed record Button(string Label, string Address) : MailBlock;

    /// <summary>A link that is no call to do something.</summary>
    public sealed record See(string Label, string Target) : MailBlock;

    public sealed record Small(string Text) : MailBlock;
}
