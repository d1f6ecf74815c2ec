namespace CrisisFlow.Scoring.Risk;

/// <summary>Who did what to whom: whether the topic does it, suffers it, or is only the place or the tool.</summary>
internal static class RiskRoles
{
    /// <summary>What is left of an event that somebody else did to the topic, or without it.</summary>
    private const float Bystander = 0.4f;

    private const float Plaintiff = 0.5f;

    /// <summary>Who writes on a platform is not the platform, but it answers for what it lets stand.</summary>
    private const float Platform = 0.6f;

    /// <summary>
    /// The topic does it to somebody else: it stands right before the deed with somebody after it, or is named as the
    /// one by whom it is done.
    /// </summary>
    public static bool IsDoer(RiskHit hit, ReadOnlySpan<char> text, int end, ReadOnlySpan<NamedAt> about)
    {
        var before = false;
        if (text[hit.Start] is '被' or '遭' or '受' or '挨' || (hit.Start > 0 && text[hit.Start - 1] is '被' or '遭'))
            return false;
        foreach (var named in about)
        {
            var gap = hit.Start - named.End;
            // "被 … 起诉": the one by whom it is done.
            if (gap is >= 0 and <= 6 && named.Start > 0 && text[named.Start - 1] is '被' or '遭')
                return true;
            if (gap is >= 0 and <= 2)
            {
                before = true;
            }
            else if (named.Start >= hit.End && named.Start <= end)
            {
                return false;
            }
        }
        if (!before)
            return false;
        var others = 0;
        for (var i = hit.End; i < end; i++)
            if (char.IsLetterOrDigit(text[i]))
                others++;
        return others >= 2;
    }

    /// <summary>
    /// What of the sentence's events is the topic's own: 1, or what is left when it is victim, winner, helper, place or
    /// tool.
    /// </summary>
    /// <param name="start">Where the sentence begins.</param>
    public static float Own(
        ReadOnlySpan<RiskHit> hits,
        ReadOnlySpan<char> text,
        int start,
        int end,
        ReadOnlySpan<NamedAt> about
    )
    {
        var first = -1;
        foreach (var named in about)
        {
            if (named.Start < start || named.Start >= end)
                continue;
            first = named.Start;
            break;
        }
        if (first < 0)
            return 1;
        var parts = RiskGroups.None;
        bool outsider = false,
            sues = false,
            behind = false,
            driven = false;
        foreach (var hit in hits)
        {
            var group = hit.Word.Groups;
            sues |=
                hit.Word is { Kind: RiskWordKind.Deed, Category: RiskCategory.Legal } && IsDoer(hit, text, end, about);
            if (group == 0)
                continue;
            // "冒充云杉客服": a deed right before the topic's name, without the topic as the one who does it.
            if ((group & RiskGroups.Against) != 0 && hit.Start < first && IsNamedBehind(hit, about))
                return Bystander;
            if ((group & RiskGroups.Helped) != 0 && !IsBlamed(hits, hit))
                return Bystander;
            outsider |= (group & RiskGroups.Enemy) != 0 || ((group & RiskGroups.Outsider) != 0 && hit.Start < first);
            if ((group & (RiskGroups.User | RiskGroups.Tool | RiskGroups.Driven)) != 0 && Gap(hit, about) == 0)
            {
                behind |= (group & (RiskGroups.User | RiskGroups.Tool)) != 0;
                driven |= (group & RiskGroups.Driven) != 0;
            }
            parts |= group;
        }
        if ((parts & RiskGroups.Won) != 0 && (parts & RiskGroups.Customer) == 0)
            return Bystander;
        if (driven && (parts & RiskGroups.Crime) != 0)
            return Bystander;
        if (outsider && (parts & RiskGroups.Punished) != 0 && (parts & RiskGroups.Staff) == 0)
            return Bystander;
        if (sues && (parts & RiskGroups.Customer) == 0)
            return Plaintiff;
        return behind ? Platform : 1;
    }

    /// <summary>Characters between the topic's name and a word behind it; many when it is not named before.</summary>
    public static int Gap(RiskHit hit, ReadOnlySpan<NamedAt> about)
    {
        var gap = int.MaxValue;
        foreach (var named in about)
            if (named.End <= hit.Start)
                gap = Math.Min(gap, hit.Start - named.End);
        return gap;
    }

    private static bool IsNamedBehind(RiskHit hit, ReadOnlySpan<NamedAt> about)
    {
        foreach (var named in about)
            if (named.Start - hit.End is >= 0 and <= 4)
                return true;
        return false;
    }

    /// <summary>"见义勇为被开除": who helped and is blamed for it is a crisis after all.</summary>
    private static bool IsBlamed(ReadOnlySpan<RiskHit> hits, RiskHit helped)
    {
        foreach (var hit in hits)
            if (
                hit.Start >= helped.End
                && hit.Value >= 0.5f
                && hit.Word.Category is RiskCategory.Labour or RiskCategory.Values or RiskCategory.Service
            )
                return true;
        return false;
    }
}
