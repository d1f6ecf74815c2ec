using System.Text;

namespace CrisisFlow.Reading.Decoding;

/// <summary>Names of encodings as they occur on the web, mapped to what is really meant by them.</summary>
internal static class Charsets
{
    public static readonly Encoding Utf8 = new UTF8Encoding(false);

    static Charsets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Gb18030 => Encoding.GetEncoding("gb18030");

    public static Encoding Big5 => Encoding.GetEncoding("big5");

    /// <summary>Takes every byte; what western feeds mean by ISO-8859-1.</summary>
    public static Encoding Windows1252 => Encoding.GetEncoding(1252);

    /// <summary>Null for a name nobody knows and for UTF-7, which exists to smuggle markup.</summary>
    public static Encoding? Named(string? label)
    {
        var name = label?.Trim().Trim('"', '\'').ToLowerInvariant();
        switch (name)
        {
            case null or "" or "utf-7" or "utf7" or "x-user-defined":
                return null;
            case "utf8" or "utf-8" or "unicode-1-1-utf-8":
                return Utf8;
            case "gb2312" or "gbk" or "gb_2312-80" or "gb18030" or "x-gbk" or "cp936" or "gb2312-80":
                return Gb18030;
            case "big5" or "big5-hkscs" or "x-x-big5" or "cn-big5" or "cp950":
                return Big5;
            case "iso-8859-1" or "iso8859-1" or "latin1" or "us-ascii" or "ascii" or "iso_8859-1":
                return Windows1252;
            case "x-sjis" or "windows-31j" or "sjis":
                return Encoding.GetEncoding("shift_jis");
            case "ks_c_5601-1987" or "euc_kr":
                return Encoding.GetEncoding("euc-kr");
        }

        try
        {
            return Encoding.GetEncoding(
                name.StartsWith("cp", StringComparison.Ordinal) ? "windows-" + name[2..] : name
            );
        }
        catch (ArgumentException)
        {
            try
            {
                return Encoding.GetEncoding(name);
            }
            catch (ArgumentException)
            {
                return null;
            }
        }
    }

    /// <summary>Null when the bytes do not fit.</summary>
    public static string? Strictly(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            var strict = (Encoding)encoding.Clone();
            strict.DecoderFallback = DecoderFallback.ExceptionFallback;
            return strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
