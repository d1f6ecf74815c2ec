using System.Security.Cryptography;
using System.Text;
using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Reading;

/// <summary>What identifies an item at the next poll: its id, its link, or its text.</summary>
public static class ItemKey
{
    public static string Of(DocumentItem item)
    {
        if (!string.IsNullOrEmpty(item.Id))
            return item.Id;
        if (!string.IsNullOrEmpty(item.Link))
            return item.Link;
        return Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{item.Title}\n{item.Text}\n{item.Author}"))[..16]
        );
    }
}
