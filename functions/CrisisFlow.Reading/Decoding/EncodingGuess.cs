using System.Text;

namespace CrisisFlow.Reading.Decoding;

/// <summary>What bytes of no or a wrong declaration most likely are.</summary>
internal static class EncodingGuess
{
    // The commonest characters of running text; the two lists differ where the scripts differ.
    private const string Simplified =
        "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里";
    private const string Traditional =
        "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡";

    public static string Decode(ReadOnlySpan<byte> bytes, out string name)
    {
        if (MostlyUtf8(bytes))
        {
            name = "UTF-8 with the bad bytes replaced";
            return Charsets.Utf8.GetString(bytes);
        }

        var gb = Charsets.Strictly(Charsets.Gb18030, bytes);
        var big5 = Charsets.Strictly(Charsets.Big5, bytes);
        var (gbShare, big5Share) = (Share(gb, Simplified), Share(big5, Traditional));
        if (OtherScripts.Decode(bytes, Math.Max(gbShare, big5Share), out name) is { } other)
            return other;
        if (big5 is not null && big5Share > gbShare && big5Share > 0.05)
        {
            name = "Big5";
            return big5;
        }
        if (gb is not null && (gbShare > 0.05 || Pairs(bytes)))
        {
            name = "GB18030";
            return gb;
        }
        name = "windows-1252";
        return Charsets.Windows1252.GetString(bytes);
    }

    /// <summary>
    /// A declaration that fits by chance: every byte is a character in windows-1252, the default of many servers, and
    /// Chinese bytes
    /// are mostly valid in either of the two Chinese encodings.
    /// </summary>
    public static bool Contradicts(Encoding declared, string text, ReadOnlySpan<byte> bytes)
    {
        if (declared.CodePage == Charsets.Windows1252.CodePage)
            return OtherScripts.ComesInLongRuns(bytes);
        var simplified = declared.CodePage == Charsets.Gb18030.CodePage;
        if (
            (!simplified && declared.CodePage != Charsets.Big5.CodePage)
            || text.Count(static c => c >= 0x80) < OtherScripts.Enough
        )
            return false;
        var (other, common) = simplified ? (Charsets.Big5, Traditional) : (Charsets.Gb18030, Simplified);
        var share = Share(Charsets.Strictly(other, bytes), common);
        return share > 0.1 && share > 4 * Share(text, simplified ? Simplified : Traditional);
    }

    /// <summary>A few bad bytes in a text whose other long sequences are all well-formed.</summary>
    private static bool MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var (good, bad) = (0, 0);
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var used);
            if (status != System.Buffers.OperationStatus.Done)
                bad++;
            else if (used > 1)
                good++;
            bytes = bytes[used..];
        }

        return good > 0 && bad * 10 <= good;
    }

    /// <summary>Share of common characters among the ones outside ASCII.</summary>
    private static double Share(string? text, string common)
    {
        if (text is null)
            return 0;
        var (all, hits) = (0, 0);
        foreach (var c in text)
        {
            if (c < 0x80)
                continue;
            all++;
            if (common.Contains(c))
                hits++;
        }

        return all == 0 ? 0 : (double)hits / all;
    }

    /// <summary>High bytes come in pairs in Chinese text; in western text they mostly stand alone.</summary>
    private static bool Pairs(ReadOnlySpan<byte> bytes)
    {
        var (alone, paired) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
                continue;
            if (i + 1 < bytes.Length && bytes[i + 1] >= 0x80)
            {
                paired++;
                i++;
            }
            else
                alone++;
        }

        return paired > 2 * alone;
    }
}
