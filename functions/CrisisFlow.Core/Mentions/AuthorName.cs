using System.Collections.Frozen;
using System.Text;
using CrisisFlow.Core.Folding;

namespace CrisisFlow.Core.Mentions;

/// <summary>An author's name in one form, so that one person who is written in two ways is one voice.</summary>
public static class AuthorName
{
    /// <summary>What platforms write where nobody is named.</summary>
    private static readonly FrozenSet<string> Nobody = (
        "匿名 匿名用户 匿名网友 匿名者 匿名买家 匿名评价 游客 访客 网友 用户 热心网友 路人 未知 佚名 无名 无 已注销 账号已注销 用户已注销 该用户已注销 "
        + "anonymous anon guest unknown user nobody none null nil undefined na deleted deleteduser removed someone"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <returns>
    /// Null when nobody is named: no name, one that stands for anybody, or one that a shop has masked ("j***8"), which
    /// many people share.
    /// </returns>
    public static string? Of(string? author)
    {
        if (string.IsNullOrWhiteSpace(author) || author.Contains("**", StringComparison.Ordinal))
            return null;
        var kept = new StringBuilder(author.Length);
        foreach (var character in TextFolding.FoldForMatching(TextFolding.Normalize(author)))
            if (char.IsLetterOrDigit(character) || char.IsSurrogate(character) || character is '_' or '-' or '.')
                kept.Append(character);
        var name = kept.ToString();
        return name.Length == 0 || Nobody.Contains(name) ? null : name;
    }
}
