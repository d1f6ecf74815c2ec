namespace CrisisFlow.Core.Cases;

/// <summary>What one step of a case has for one person goes into one mail: at night nobody reads five.</summary>
internal static class OneMail
{
    /// <summary>The first mail to a person takes the later ones in and keeps its id; everything else stays as it is, in its order.</summary>
    public static IReadOnlyList<CaseEffect> Of(IReadOnlyList<CaseEffect> effects)
    {
        var together = new List<CaseEffect>();
        foreach (var effect in effects)
        {
            if (effect is CaseEffect.SendMail mail && together.FindIndex(e => e is CaseEffect.SendMail first && first.To == mail.To) is var at and >= 0)
            {
                var first = (CaseEffect.SendMail)together[at];
                together[at] = first with { Also = [.. first.Also ?? [], .. mail.Matters.Select(m => new MailMatter(m.Kind, m.Event, m.Task, m.Round))] };
            }
            else
            {
                together.Add(effect);
            }
        }

        return together;
    }
}
