using System.Globalization;
using CrisisFlow.Cases.Reviews;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Response.Engine;
using CrisisFlow.Response.Warnings;
using CrisisFlow.Settings;
using CrisisFlow.Warnings;

namespace CrisisFlow.Response.Learning;

/// <summary>
/// Reads ended cases and dismissed warnings and makes proposals of them, on request. Nothing is ever applied: a person
/// changes settings.
/// </summary>
public sealed class LessonReader(
    CaseJournal cases,
    WarningJournal warnings,
    TopicSet topics,
    CrisisFlowSettings settings
)
{
    /// <summary>Newest cases looked through.</summary>
    public const int MostCases = 200;

    /// <summary>Newest events of a topic's warnings looked through.</summary>
    public const int MostEvents = 1_000;

    public async Task<Lessons> ReadAsync(CancellationToken cancellation = default)
    {
        var learned = new List<LearnedCase>();
        var library = new List<LibraryEntry>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var one in cases.ListAsync(MostCases, cancellation))
        {
            known.Add(one.Id.Value);
            if (
                one.Ending is null
                || await cases.ReadAsync(one.Id, cancellation) is not { } record
                || AfterActionReport.Of(record.State) is not { } report
            )
                continue;
            learned.Add(new LearnedCase(one, report));
            if (CaseLibrary.EntryOf(record.State) is { } entry)
                library.Add(entry);
        }

        var dismissed = new List<JudgedWarning>();
        foreach (var topic in topics.All)
            dismissed.AddRange(await DismissedAsync(topic, known, cancellation));
        var proposals = ThresholdProposals.From(library, dismissed, settings.Warnings);
        return new Lessons(
            learned,
            library.Count(e => e.WasTrue is not null) + dismissed.Count,
            [.. proposals.Select(Followed)]
        );
    }

    /// <summary>Warnings people dismissed. One that went to a case was judged there, and counts there.</summary>
    private async Task<List<JudgedWarning>> DismissedAsync(
        Topic topic,
        HashSet<string> known,
        CancellationToken cancellation
    )
    {
        var tellCaseAt =
            topic.Settings.Type == TopicType.Own ? (Level)(int)settings.Warnings.OpenCaseAt : (Level)int.MaxValue;
        var dismissed = new HashSet<string>(StringComparer.Ordinal);
        var highest = new Dictionary<string, WarningEvent.Raised>(StringComparer.Ordinal);
        // Newest first: a warning's end comes before its beginning.
        await foreach (var (_, happened) in warnings.EventsAsync(topic.Id, MostEvents, cancellation))
        {
            if (happened is WarningEvent.Cleared { Reason: WarningReason.Dismissed } cleared)
                dismissed.Add(cleared.Warning);
            if (
                happened is WarningEvent.Raised raised
                && dismissed.Contains(raised.Warning)
                && (!highest.TryGetValue(raised.Warning, out var other) || raised.Level > other.Level)
            )
                highest[raised.Warning] = raised;
        }

        return
        [
            .. highest
                .Values.Where(raised =>
                    raised.Level < tellCaseAt && !known.Contains(WarningCases.CaseIdOf(topic.Id, raised.Warning).Value)
                )
                .Select(raised => new JudgedWarning(raised.Level, raised.Index, false)),
        ];
    }

    private SettingProposal Followed(ThresholdProposal proposal)
    {
        var changed = new WarningSettings();
        foreach (var setting in WarningSetting.All)
            setting.Set(changed, setting.Get(settings.Warnings));
        var named = WarningSetting.Find(proposal.Setting)!;
        named.Set(changed, proposal.To);
        var line = string.Create(CultureInfo.InvariantCulture, $"{named.Key}: {proposal.To:0.###}");
        return new SettingProposal(
            proposal,
            line,
            [.. WarningSettingsCheck.Failures(changed).Select(failure => failure.ToString())]
        );
    }
}
