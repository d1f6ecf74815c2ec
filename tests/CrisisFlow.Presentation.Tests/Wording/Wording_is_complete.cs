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
    private static readonly IReadOnlyDictionary<string, string> English = Texts.For(Language.En).Lines;

    /// <summary>A file a language, and the lines of the channels.</summary>
    public static TheoryData<string> Codes => [.. Language.All.Select(language => language.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_language_has_the_same_keys(string code) =>
        Assert.Equal(Asked(English.Keys), Asked(Texts.Find(code)!.Lines.Keys));

    [Theory]
    [MemberData(nameof(Codes))]
    public void No_text_is_empty(string code) =>
        Assert.All(Texts.Find(code)!.Lines, line => Assert.NotEqual("", line.Value));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_language_fills_the_same_holes(string code)
    {
        var lines = Texts.Find(code)!.Lines;
        Assert.All(
            English,
            line => Assert.Equal(Holes(line.Value), Holes(lines.GetValueOrDefault(line.Key, line.Value)))
        );
    }

    [Fact]
    public void Every_wording_file_is_of_a_language_there_is_and_every_language_has_one() =>
        Assert.Equal(
            Language.All.Select(language => language.Code).Order(StringComparer.Ordinal),
            Directory
                .EnumerateFiles(
                    Path.Combine(RepositoryRoot.Path, "functions", "CrisisFlow.Presentation", "Wording"),
                    "*.txt"
                )
                .Select(file => Path.GetFileNameWithoutExtension(file)!)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_language_is_named_in_its_own_words_where_another_has_none_for_it() =>
        Assert.All(Language.All, language => Assert.NotEqual("", Texts.For(Language.En).Of(language)));

    /// <summary>All but the names of languages: one that is left out is shown as its own speakers write it.</summary>
    private static IEnumerable<string> Asked(IEnumerable<string> keys) =>
        keys.Where(key => !key.StartsWith("Language.", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

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
    [InlineData(typeof(TopicType))]
    [InlineData(typeof(IndustryMove))]
    [InlineData(typeof(ProposalReason))]
    public void Every_value_of_a_closed_set_has_its_words(Type set) =>
        Assert.All(Enum.GetNames(set), name => Assert.Contains($"{set.Name}.{name}", English.Keys));

    [Fact]
    public void Every_indicator_has_its_words() =>
        Assert.All(Indicator.All, indicator => Assert.Contains(indicator.WordingKey, English.Keys));

    [Fact]
    public void Every_kind_of_mail_has_a_title() =>
        Assert.All(Enum.GetNames<MailKind>(), kind => Assert.Contains($"mail.{kind}.title", English.Keys));

    [Fact]
    public void Every_kind_of_task_is_asked_for_in_words() =>
        Assert.All(
            Enum.GetNames<TaskKind>(),
            kind =>
                Assert.All((string[])[$"ask.{kind}", $"mail.button.{kind}"], key => Assert.Contains(key, English.Keys))
        );

    [Fact]
    public void Every_end_of_a_chain_is_told_in_words() =>
        Assert.All(Enum.GetNames<NobodyAnswers>(), end => Assert.Contains($"mail.else.{end}", English.Keys));

    [Fact]
    public void Every_key_a_page_or_a_mail_asks_for_exists()
    {
        var folder = Path.Combine(RepositoryRoot.Path, "functions");
        var asked = Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => AskedFor().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Distinct();
        Assert.All(asked, key => Assert.Contains(key, English.Keys));
    }

    private static string Holes(string text) =>
        string.Join(' ', Hole().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\b(?:t|T)\[""([A-Za-z0-9.-]*[A-Za-z0-9])""[\],]")]
    private static partial Regex AskedFor();
}
