using CrisisFlow.Cases;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Settings;
using CrisisFlow.Warnings;

namespace CrisisFlow.Monitoring.Evaluating;

/// <summary>Actions of an event: who is mailed, and whether a case is notified.</summary>
public static class WarningActions
{
    /// <summary>Mails go to communications; without anybody there to the administrators.</summary>
    public static IReadOnlyList<WarningAction> Of(
        WarningEvent happened,
        TopicSettings topic,
        CrisisFlowSettings settings
    )
    {
        var mailAt = (Level)(int)settings.Warnings.MailAt;
        var caseAt = (Level)(int)settings.Warnings.OpenCaseAt;
        var mail = happened switch
        {
            WarningEvent.Raised e => e.Mail && e.Level >= mailAt,
            WarningEvent.MailDue e => Highest(e.Level, e.Held) >= mailAt,
            // One mail says that it is over; the steps in between are on the page. What is held is told with its end.
            WarningEvent.Changed e => e.Held is null && e.From >= mailAt && e.Level < mailAt,
            // A story that a bigger warning took in goes on there: its end is no news.
            WarningEvent.Cleared { Into: not null } => false,
            // Nobody heard of it, and it was nothing: then nobody needs to hear that it was.
            WarningEvent.Cleared { Untold: true } e => e.Reason != WarningReason.Dismissed && e.Held?.Highest >= mailAt,
            WarningEvent.Cleared e => Highest(e.From, e.Held) >= mailAt,
            _ => false,
        };
        // What quiet hours hold opens no case before they end, and none when it is over by then.
        var opens = happened switch
        {
            WarningEvent.Raised e => e.Mail && e.Level >= caseAt,
            WarningEvent.MailDue { Held: { } held } e => held.Highest >= caseAt
                && e.Level >= (mailAt < caseAt ? mailAt : caseAt),
            _ => false,
        };
        var actions = new List<WarningAction>();
        if (mail)
            actions.AddRange(Readers(settings).Select(person => new WarningAction.SendMail(person.Id)));
        if (opens && topic.Type == TopicType.Own)
            actions.Add(new WarningAction.TellCase());
        return actions;
    }

    private static Level Highest(Level now, HeldNews? held) => held?.Highest > now ? held.Highest : now;

    private static IEnumerable<PersonSettings> Readers(CrisisFlowSettings settings)
    {
        var able = settings.People.Where(p => !p.Disabled).ToList();
        var communications = able.Where(p => p.Roles.Contains(Role.Communications, StringComparer.Ordinal)).ToList();
        return communications.Count > 0
            ? communications
            : able.Where(p => p.Roles.Contains(Role.Administrator, StringComparer.Ordinal));
    }
}
