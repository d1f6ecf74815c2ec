using System.Text.RegularExpressions;
using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Cases.Reviews;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Presentation.Wording;
using CrisisFlow.Scoring;
using CrisisFlow.Testing;
using CrisisFlow.Warnings;
using CrisisFlow.Warnings.Comparing;
using CrisisFlow.Web.Sources;

namespace CrisisFlow.Presentation.Tests.Wording;

public sealed partial class Wording_is_complete
{
    [Fact]
    public void Both_languages_have_the_same_keys() =>
        Assert.Equal(
            Texts.En.Lines.Keys.Order(StringComparer.Ordinal), Texts.Zh.Lines.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void No_text_is_empty() =>
        Assert.All(Texts.En.Lines.Concat(Texts.Zh.Lines), line => Assert.NotEqual("", line.Value));

    [Fact]
    public void Both_languages_fill_the_same_holes() =>
        Assert.All(Texts.En.Lines, line => Assert.Equal(Holes(line.Value), Holes(Texts.Zh.Lines[line.Key])));

    [Theory]
    [InlineData(typeof(CasePhase))]
    [InlineData(typeof(TriageVerdict))]
    [InlineData(typeof(TriageWay))]
    [InlineData(typeof(TaskKind))]
    [InlineData(typeof(TaskEnd))]
    [InlineData(typeof(RoundOutcome))]
    [InlineData(typeof(CaseEnding))]
    [InlineData(typeof(ExhaustedOutcome))]
    [InlineData(typeof(EffectVerdict))]
    [InlineData(typeof(CaseRefusal))]
    [InlineData(typeof(Level))]
    [InlineData(typeof(RiskCategory))]
    [InlineData(typeof(SourceCategory))]
    [InlineData(typeof(SourceStatus))]
    [InlineData(typeof(WarningReason))]
    [InlineData(typeof(WarningRefusal))]
    [InlineData(typeof(Indicator))]
    [InlineData(typeof(Language))]
    [InlineData(typeof(TopicType))]
    [InlineData(typeof(IndustryMove))]
    [InlineData(typeof(ProposalReason))]
    public void Every_value_of_a_closed_set_has_its_words(Type set) =>
        Assert.All(Enum.GetNames(set), name => Assert.Contains($"{set.Name}.{name}", Texts.En.Lines.Keys));

    [Fact]
    public void Every_kind_of_mail_has_a_title() =>
        Assert.All(Enum.GetNames<MailKind>(), kind => Assert.Contains($"mail.{kind}.title", Texts.En.Lines.Keys));

    [Fact]
    public void Every_kind_of_task_is_asked_for_in_words() =>
        Assert.All(Enum.GetNames<TaskKind>(), kind => Assert.All(
            (string[])[$"ask.{kind}", $"mail.button.{kind}"], key => Assert.Contains(key, Texts.En.Lines.Keys)));

    [Fact]
    public void Every_end_of_a_chain_is_told_in_words() =>
        Assert.All(Enum.GetNames<NobodyAnswers>(), end => Assert.Contains($"mail.else.{end}", Texts.En.Lines.Keys));

    [Fact]
    public void Every_key_a_page_or_a_mail_asks_for_exists()
    {
        var folder = Path.Combine(RepositoryRoot.Path, "functions");
        var asked = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => AskedFor().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
                .Distinct();
        Assert.All(asked, key => Assert.Contains(key, Texts.En.Lines.Keys));
    }

    private static string Holes(string text) =>
        string.Join(' ', Hole().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\b(?:t|T)\[""([A-Za-z0-9.-]*[A-Za-z0-9])""[\],]")]
    private static partial Regex AskedFor();
}
