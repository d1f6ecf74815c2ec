using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Mail;
using CrisisFlow.Presentation.Mails;
using CrisisFlow.Response.Engine;
using CrisisFlow.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisFlow.Response.Actions;

/// <summary>
/// Writes and sends the mails of cases. Those of drills go through a transport of their own, so that no drill reaches
/// a real mailbox.
/// </summary>
public sealed class CaseMailSender(
    IMailTransport mail,
    [FromKeyedServices(MailTransports.Drill)] IMailTransport drills,
    CaseMails mails,
    CrisisFlowSettings settings
) : ICaseActionPerformer
{
    public Type Kind => typeof(CaseAction.SendMail);

    public async Task<ActionAnswer> PerformAsync(
        CaseRecord record,
        CaseAction action,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var send = (CaseAction.SendMail)action;
        if (record.File.PersonOf(send.To) is not { } person)
            return new ActionAnswer.ForGood($"Person '{send.To}' is not in the roster of case '{record.Id}'.");
        // Settings may have changed since the case was opened.
        if (!Roster.IsAble(settings, person.Id))
            return new ActionAnswer.ForGood($"Person '{person.Id}' is no longer in settings, or disabled.");
        // Matters that no longer need a mail are left out; that some remain was checked before.
        var orders = send
            .Matters.Where(matter => CaseDecider.StillWanted(record.State, matter))
            .Select(matter => new CaseMailOrder(
                record.State,
                record.File,
                record.Events[(int)matter.Event - 1],
                matter,
                person,
                now
            ))
            .ToList();
        var message = mails.Write(orders[0] with { Also = orders[1..] });
        return ActionAnswer.Of(await (record.File.IsDrill ? drills : mail).SendAsync(message, cancellation), _ => null);
    }
}
