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
        var (mail, level) = happened switch
        {
            WarningEvent.Raised e => (e.Mail && e.Level >= mailAt, e.Level),
            WarningEvent.MailDue e => (e.Level >= mailAt, e.Level),
            // One mail says that it is over; the steps in between are on the page.
            WarningEvent.Changed e => (e.From >= mailAt && e.Level < mailAt, e.From),
            // A story that a bigger warning took in goes on there: its end is no news.
            WarningEvent.Cleared e => (e.From >= mailAt && e.Into is null, e.From),
            _ => (false, Level.None),
        };
        var actions = new List<WarningAction>();
        if (mail)
            actions.AddRange(Readers(settings).Select(person => new WarningAction.SendMail(person.Id)));
        if (
            happened is WarningEvent.Raised
            && topic.Type == TopicType.Own
            && level >= (Level)(int)settings.Warnings.OpenCaseAt
        )
            actions.Add(new WarningAction.TellCase());
        return actions;
    }

    private static IEnumerable<PersonSettings> Readers(CrisisFlowSettings settings)
    {
        var able = settings.People.Where(p => !p.Disabled).ToList();
        var communications = able.Where(p => p.Roles.Contains(Role.Communications, StringComparer.Ordinal)).ToList();
        return communications.Count > 0
            ? communications
            : able.Where(p => p.Roles.Contains(Role.Administrator, StringComparer.Ordinal));
    }
}
