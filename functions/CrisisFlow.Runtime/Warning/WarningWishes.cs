using CrisisFlow.Core.Cases;
using CrisisFlow.Core.Monitoring;
using CrisisFlow.Core.Warnings;
using CrisisFlow.Runtime.Settings;

namespace CrisisFlow.Runtime.Warning;

/// <summary>Which effects an event has: who is mailed, and whether a case is told.</summary>
public static class WarningWishes
{
    /// <summary>Mails go to communications; without anybody there to the administrators.</summary>
    public static IReadOnlyList<WarningEffect> Of(WarningEvent happened, TopicSettings topic, CrisisFlowSettings settings)
    {
        var mailAt = (Level)(int)settings.Warnings.MailAt;
        var (mail, level) = happened switch
        {
            WarningEvent.Raised e => (e.Mail && e.Level >= mailAt, e.Level),
            WarningEvent.MailDue e => (e.Level >= mailAt, e.Level),
            // One mail says that it is over; the steps down to there stand on the page.
            WarningEvent.Changed e => (e.From >= mailAt && e.Level < mailAt, e.From),
            // A story that a bigger warning took in goes on there: its end is no news.
            WarningEvent.Cleared e => (e.From >= mailAt && e.Into is null, e.From),
            _ => (false, Level.None),
        };
        var effects = new List<WarningEffect>();
        if (mail)
            effects.AddRange(Readers(settings).Select(person => new WarningEffect.SendMail(person.Id)));
        if (happened is WarningEvent.Raised && topic.Type == TopicType.Own && level >= (Level)(int)settings.Warnings.OpenCaseAt)
            effects.Add(new WarningEffect.TellCase());
        return effects;
    }

    private static IEnumerable<PersonSettings> Readers(CrisisFlowSettings settings)
    {
        var able = settings.People.Where(p => !p.Disabled).ToList();
        var communications = able.Where(p => p.Roles.Contains(Role.Communications, StringComparer.Ordinal)).ToList();
        return communications.Count > 0 ? communications : able.Where(p => p.Roles.Contains(Role.Administrator, StringComparer.Ordinal));
    }
}
