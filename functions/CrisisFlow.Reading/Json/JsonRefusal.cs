using System.Text.Json;

namespace CrisisFlow.Reading.Json;

/// <summary>
/// An answer that says in its body that it is none, whatever its status: "token expired" in place of a list. Without
/// this it would pass for a source that has nothing to say.
/// </summary>
internal static class JsonRefusal
{
    private const int MessageLimit = 200;

    private static readonly string[] Codes =
    [
        "code",
        "errcode",
        "errno",
        "error_code",
        "errorCode",
        "status",
        "statusCode",
        "status_code",
        "ret",
        "retcode",
        "result_code",
        "resultCode",
    ];

    private static readonly string[] Flags = ["success", "ok", "succeed"];

    private static readonly string[] Errors = ["error", "errors", "fault", "exception"];

    private static readonly string[] Messages =
    [
        "message",
        "msg",
        "errmsg",
        "error_msg",
        "error_message",
        "error_description",
        "detail",
        "reason",
        "info",
    ];

    private static readonly string[] Good = ["true", "0", "00000", "200", "ok", "success", "succeed", "succeeded"];

    /// <summary>What the mapping's pointer says; null when the answer is good or the mapping names none.</summary>
    public static string? ByPointer(JsonElement root, JsonMapping mapping)
    {
        if (mapping.Ok is not { } written)
            return null;
        var said = JsonValues.Text(JsonPointer.Parse(written)?.Of(root))?.Trim();
        var good =
            mapping.OkValue.Length > 0
                ? string.Equals(said, mapping.OkValue.Trim(), StringComparison.OrdinalIgnoreCase)
                : IsGood(said);
        if (good)
            return null;
        return said is null
            ? $"There is nothing at '{written}', where the mapping's ok should be{Told(root)}."
            : $"The answer says '{Short(said)}' at '{written}' and is none{Told(root)}.";
    }

    /// <summary>What an answer without a single item says of itself; null when it complains of nothing.</summary>
    public static string? OfEmpty(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return null;
        foreach (var member in root.EnumerateObject())
        {
            var name = member.Name;
            var said = JsonValues.Text(member.Value)?.Trim();
            var wrong =
                Has(Codes, name) ? said is { Length: > 0 } && !IsGood(said) && !IsCreated(said)
                : Has(Flags, name) ? said is "false" or "0"
                : Has(Errors, name) && IsError(member.Value, said);
            if (wrong)
                return $"The answer has no items and says '{Short(said ?? member.Value.GetRawText())}' at "
                    + $"'/{name}'{Told(root)}.";
        }

        return null;
    }

    private static bool IsGood(string? said) => said is not null && Has(Good, said);

    // Any 2xx, where the code is that of HTTP.
    private static bool IsCreated(string said) => said is ['2', _, _] && said.All(char.IsAsciiDigit);

    private static bool IsError(JsonElement value, string? said) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().Any(),
            JsonValueKind.Array => value.GetArrayLength() > 0,
            JsonValueKind.Null or JsonValueKind.False => false,
            _ => said is { Length: > 0 } && !IsGood(said),
        };

    private static string Told(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Object)
            foreach (var member in root.EnumerateObject())
                if (Has(Messages, member.Name) && JsonValues.Text(member.Value) is { Length: > 0 } message)
                    return $" (its {member.Name}: '{Short(message)}')";
        return "";
    }

    private static string Short(string said) =>
        ProblemList.Quote(said.Length > MessageLimit ? said[..MessageLimit] + "…" : said);

    private static bool Has(string[] names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
