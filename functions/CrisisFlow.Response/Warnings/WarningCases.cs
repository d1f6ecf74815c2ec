using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Presentation.Parts;
using CrisisFlow.Response.Channels;
using CrisisFlow.Response.Engine;
using CrisisFlow.Scoring;
using CrisisFlow.Settings;
using CrisisFlow.Warnings;

namespace CrisisFlow.Response.Warnings;

/// <summary>
/// Brings a warning to its case: opens one, lets one that had calmed down flare up, or grades one up.
/// </summary>
public sealed class WarningCases(
    CaseJournal journal,
    CaseSignals signals,
    ICaseHost host,
    IReadOnlyList<Playbook> playbooks,
    CrisisFlowSettings settings
)
{
    private const int LookedThrough = 200;

    /// <summary>A story that comes later than this after a case was opened is a separate crisis.</summary>
    private static readonly TimeSpan OneCrisis = TimeSpan.FromDays(14);

    /// <summary>Telling it twice changes nothing: ids of case and signals come from the warning.</summary>
    public async Task<CaseId> TellAsync(
        Topic topic,
        CaseNews news,
        DateTimeOffset now,
        CancellationToken cancellation = default
    )
    {
        var own = CaseIdOf(topic.Id, news.Warning);
        var known = await journal.ReadAsync(own, cancellation) is not null;
        var caseId = own;
        if (!known && await SameCrisisAsync(topic, news, now, cancellation) is { } open)
            (caseId, known) = (open, true);
        var signal = SignalOf(news);
        if (!known)
        {
            var subject = Subject(topic, news);
            if (PlaybookChoice.For(subject, playbooks) is not { } playbook)
                return caseId;
            await signals.RaiseAsync(
                caseId,
                "open",
                new CaseCommand.OpenCase(
                    now,
                    caseId,
                    subject,
                    InstalledChannels.Only(playbook, settings),
                    Roster.Of(settings)
                ),
                null,
                cancellation
            );
        }
        else
        {
            var reason = ReasonOf(news);
            if (await journal.ReadAsync(caseId, cancellation) is not { File: var file })
                return caseId;
            if (Crisis.FlaresUp(file.Level, file.Subject.Category, news.Level, news.Key.Risk))
                await signals.RaiseAsync(
                    caseId,
                    signal + "-flare",
                    new CaseCommand.FlareUp(now, null, news.Level, news.Index, reason),
                    null,
                    cancellation
                );
            // Never down: a less severe side story does not make the case less severe.
            if (news.Level > file.Level)
                await signals.RaiseAsync(
                    caseId,
                    signal + "-grade",
                    new CaseCommand.Regrade(now, null, news.Level, reason),
                    null,
                    cancellation
                );
        }

        await host.WakeAsync(caseId, cancellation);
        return caseId;
    }

    /// <summary>
    /// Whether the case itself writes to a person because of a warning it was told of; the warning then needs no mail
    /// of its own.
    /// </summary>
    /// <returns>Null while the case has not taken it in.</returns>
    public async Task<bool?> WritesToAsync(
        CaseId caseId,
        CaseNews news,
        PersonId person,
        CancellationToken cancellation = default
    )
    {
        var signal = SignalOf(news);
        var told = new List<SignalResult.AlreadyThere>();
        foreach (var id in (string[])["open", signal + "-flare", signal + "-grade"])
            if (await signals.FindAsync(caseId, id, cancellation) is { } found && IsOf(found.Signal.Command, news))
                told.Add(found);
        if (told.Any(one => one.Taken is null))
            return null;
        if (told.Count == 0 || await journal.ReadAsync(caseId, cancellation) is not { } record)
            return false;
        var state = CaseDecider.Initial;
        var since = DateTimeOffset.MaxValue;
        foreach (var (number, happened) in record.Events)
        {
            state = CaseDecider.Evolve(state, happened);
            if (CameOf(happened, news))
                since = happened.At;
            if (
                happened.At == since
                && CaseDecider
                    .Actions(state, happened, number)
                    .OfType<CaseAction.SendMail>()
                    .Any(mail => mail.To == person)
            )
                return true;
        }

        return false;
    }

    private static bool IsOf(CaseCommand command, CaseNews news) =>
        command is not CaseCommand.OpenCase opening
        || (
            opening.Subject.StoryId == news.Warning
            && opening.Subject.Level == news.Level
            && opening.Subject.Story == news.Story
        );

    private static bool CameOf(CaseEvent happened, CaseNews news) =>
        happened switch
        {
            CaseEvent.Opened e => e.Subject.StoryId == news.Warning
                && e.Subject.Level == news.Level
                && e.Subject.Story == news.Story,
            CaseEvent.FlaredUp e => e.At >= news.At && e.By is null && e.Reason == ReasonOf(news),
            CaseEvent.Regraded e => e.At >= news.At && e.By is null && e.Reason == ReasonOf(news),
            _ => false,
        };

    private static string SignalOf(CaseNews news) => $"warning-{news.Warning}-{news.At.UtcTicks}";

    private static string ReasonOf(CaseNews news) => $"{news.Reason}: {news.Story}";

    /// <summary>The case of a warning.</summary>
    public static CaseId CaseIdOf(TopicId topic, string warning) =>
        new(StableId.Of("case", topic.Value, warning)[..16]);

    // One crisis produces many stories: what follows from it belongs to its open case, and what had calmed down and
    // rises again does too.
    private async Task<CaseId?> SameCrisisAsync(
        Topic topic,
        CaseNews news,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        await foreach (var one in journal.ListAsync(LookedThrough, cancellation))
        {
            if (one.TopicId != topic.Id.Value || one.IsDrill || one.Phase is null || now - one.OpenedAt > OneCrisis)
                continue;
            if (
                await journal.ReadAsync(one.Id, cancellation) is { } record
                && Crisis.Covers(record.File.Subject.Category, news.Key.Risk)
            )
                return one.Id;
        }

        return null;
    }

    private static CaseSubject Subject(Topic topic, CaseNews news) =>
        new(
            topic.Id.Value,
            topic.Settings.Name.Length > 0 ? topic.Settings.Name : topic.Id.Value,
            topic.Settings.Type,
            news.Warning,
            news.Story,
            news.Level,
            news.Key.Risk is RiskCategory.Unclear ? null : news.Key.Risk,
            news.Index,
            [.. news.Terms.Select(t => new CaseTerm(t.Indicator.Name, t.Measured, t.Points))],
            news.Flood is { } flood ? [news.Reason.ToString(), FloodPart.Reason(flood)] : [news.Reason.ToString()],
            [.. news.Evidence.Select(e => new CaseEvidence(e.Source ?? "", e.Title, e.Url, e.At ?? news.At))]
        )
        {
            Held = news.Held,
        };
}
