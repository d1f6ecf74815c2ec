using CrisisFlow.Core.Folding;

namespace CrisisFlow.Core.Queries;

/// <summary>
/// What may be written onto a product's name without a space and still be the same product: SU7 in SU7Ultra, iPhone in
/// iPhone16Pro, 小米15 in 小米15Pro. Letters go onto a digit and digits onto a letter; a digit onto a digit is another
/// number (SU70), letters onto letters another word (Mini), but for the few endings of models (iPadPro).
/// </summary>
internal static class GluedEnding
{
    private const int MostDigits = 4;
    private const int MostLetters = 12;

    /// <summary>Letters of a name that the endings of models may follow; "go" and "Pro" make another name.</summary>
    private const int LeastBeforeModel = 4;

    private static readonly string[] Models = ["pro", "max", "promax", "ultra", "plus", "proplus", "mini", "lite"];

    /// <summary>After a number they say how much there is of something, and name no model.</summary>
    private static readonly HashSet<string> Units =
    [
        .. (
            "g kg mg km m cm mm l ml w kw kwh wh v mv a mah gb tb mb kb " + "hz khz mhz ghz k h d th nd rd st pm am rmb"
        ).Split(' '),
    ];

    /// <summary>Whether the word may go on like this after the name.</summary>
    /// <param name="name">Folded.</param>
    /// <param name="text">Folded; a letter or digit follows <paramref name="end"/>.</param>
    public static bool Fits(string name, ReadOnlySpan<char> text, int end)
    {
        var last = name[^1];
        if (!char.IsAsciiLetterOrDigit(last))
            return false;
        var rest = text[end..];
        var length = 0;
        while (length < rest.Length && TextFolding.IsWordCharacter(rest[length]))
            length++;
        rest = rest[..length];
        return char.IsAsciiDigit(last) ? AfterDigit(name, rest)
            : char.IsAsciiDigit(rest[0]) ? AfterLetter(name, rest)
            : IsModel(name, rest);
    }

    private static bool AfterDigit(string name, ReadOnlySpan<char> rest)
    {
        // A bare number is followed by what it counts.
        if (!HasLetter(name))
            return false;
        var digits = Digits(name, fromEnd: true);
        var letters = Letters(rest);
        if (letters is 0 or > MostLetters)
            return false;
        // B2B and O2O are words of their own.
        if (letters == 1 && rest.Length == 1 && name.Length - digits == 1 && rest[0] == name[0])
            return false;
        return IsEnd(rest[letters..], letters) && !IsUnit(name, digits, rest);
    }

    private static bool AfterLetter(string name, ReadOnlySpan<char> rest)
    {
        if (name.Length < 2)
            return false;
        var digits = Digits(rest, fromEnd: false);
        if (digits > MostDigits)
            return false;
        rest = rest[digits..];
        var letters = Letters(rest);
        return letters <= MostLetters && IsEnd(rest[letters..], letters);
    }

    private static bool IsModel(string name, ReadOnlySpan<char> rest)
    {
        if (name.Length < LeastBeforeModel)
            return false;
        var letters = rest[..Letters(rest)];
        foreach (var model in Models)
            if (letters.SequenceEqual(model))
                return Digits(rest[model.Length..], fromEnd: false) is <= MostDigits and var digits
                    && digits == rest.Length - model.Length;
        return false;
    }

    /// <summary>The word is over, or a year or number ends it; after one letter that would be a code.</summary>
    private static bool IsEnd(ReadOnlySpan<char> rest, int letters) =>
        rest.Length == 0 || (letters >= 2 && rest.Length <= MostDigits && Digits(rest, fromEnd: false) == rest.Length);

    /// <summary>小米15kg is millet; in a name of letters (SU7, X100s) a number is no amount.</summary>
    private static bool IsUnit(string name, int digits, ReadOnlySpan<char> rest) =>
        TextFolding.IsHan(name[^(digits + 1)]) && Units.GetAlternateLookup<ReadOnlySpan<char>>().Contains(rest);

    private static bool HasLetter(string name)
    {
        foreach (var character in name)
            if (char.IsLetter(character))
                return true;
        return false;
    }

    private static int Letters(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && char.IsAsciiLetter(text[count]))
            count++;
        return count;
    }

    private static int Digits(ReadOnlySpan<char> text, bool fromEnd)
    {
        var count = 0;
        while (count < text.Length && char.IsAsciiDigit(fromEnd ? text[^(count + 1)] : text[count]))
            count++;
        return count;
    }
}
