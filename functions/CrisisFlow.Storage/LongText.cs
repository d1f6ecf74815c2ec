using CrisisFlow.Core.Folding;

namespace CrisisFlow.Storage;

/// <summary>
/// Text of any length in properties Name0, Name1 … each under the store's limit; no surrogate pair is cut.
/// </summary>
public static class LongText
{
    private const int Piece = 30_000;

    public static void AddLong(this EntityProperties properties, string name, string text)
    {
        var from = 0;
        for (var i = 0; from < text.Length || i == 0; i++)
        {
            var length = TextCut.Fitting(text.AsSpan(from), Piece);
            properties.Add(name + i, text.Substring(from, length));
            from += length;
        }
    }

    public static string ReadLong(this EntityProperties properties, string name)
    {
        var first = properties.Text(name + "0") ?? "";
        if (properties.Text(name + "1") is null)
            return first;
        var text = new System.Text.StringBuilder(first);
        for (var i = 1; properties.Text(name + i) is { } piece; i++)
            text.Append(piece);
        return text.ToString();
    }
}
