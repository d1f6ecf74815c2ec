namespace CrisisFlow.Cases.Lifecycle;

/// <summary>What one step of a case has for one person goes into one mail: at night nobody reads five.</summary>
internal static class CombinedMails
{
    /// <summary>
    /// The first mail to a person takes the later ones in and keeps its id; everything else stays as it is, in its
    /// order.
    /// </summary>
    public static IReadOnlyList<CaseAction> Of(IReadOnlyList<CaseAction> actions)
    {
        var together = new List<CaseAction>();
        foreach (var action in actions)
        {
            if (
                action is CaseAction.SendMail mail
                && together.FindIndex(e => e is CaseAction.SendMail first && first.To == mail.To) is var at and >= 0
            )
            {
                var first = (CaseAction.SendMail)together[at];
                together[at] = first with
                {
                    Also =
                    [
                        .. first.Also ?? [],
                        .. mail.Matters.Select(m => new MailMatter(m.Kind, m.Event, m.Task, m.Round)),
                    ],
                };
            }
            else
            {
                together.Add(action);
            }
        }

        return together;
    }
}
