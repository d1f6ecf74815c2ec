using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrisisFlow.Cases;

/// <summary>
/// A language a person reads and a statement is written in. One entry here and a wording file make a language; what a
/// case writes into its journal in every language is said here, since no wording file reaches that far back.
/// </summary>
[JsonConverter(typeof(LanguageJson))]
public sealed class Language : IComparable<Language>
{
    private static readonly List<Language> List = [];

    public static readonly Language Zh = Add(
        new("zh")
        {
            Tag = "zh-CN",
            OwnName = "中文",
            IsCjk = true,
            InEveryPlaybook = true,
            TimeThisYear = "M月d日 HH:mm",
            Time = "yyyy年M月d日 HH:mm",
            Date = "yyyy年M月d日",
            PublishByHand = "手动发布到 {0}",
            PublishingFailed = "自动发布失败：{0}。请手动发布并在此登记。",
            Setback = "发布后舆情恶化：退回还是继续观察？",
            SetbackHelp = "效果评估只看数字，不看原因。请决定退回重做，还是继续观察。",
        }
    );

    public static readonly Language En = Add(
        new("en")
        {
            Tag = "en",
            OwnName = "English",
            InEveryPlaybook = true,
            TimeThisYear = "d MMM HH:mm",
            Time = "d MMM yyyy HH:mm",
            Date = "d MMMM yyyy",
            PublishByHand = "Publish on {0} by hand",
            PublishingFailed = "Publishing failed: {0}. Publish it by hand and record it here.",
            Setback = "It got worse: go back or keep watching?",
            SetbackHelp =
                "A measurement knows figures, not reasons. Decide whether the case goes back or keeps watching.",
        }
    );

    private readonly int _order = List.Count;

    private Language(string code) => Code = code;

    /// <summary>
    /// In the order of their entries, which is the order of statements in a version and part of its hash: add at the
    /// end.
    /// </summary>
    public static IReadOnlyList<Language> All => List;

    /// <summary>ISO 639: what settings, playbooks and addresses write.</summary>
    public string Code { get; }

    /// <summary>As rows of journals have it: Zh.</summary>
    public string Name => char.ToUpperInvariant(Code[0]) + Code[1..];

    /// <summary>For HTML and mails.</summary>
    public required string Tag { get; init; }

    /// <summary>As its own speakers write it.</summary>
    public required string OwnName { get; init; }

    /// <summary>Written in Chinese characters: a text of Latin words is not in this language.</summary>
    public bool IsCjk { get; init; }

    /// <summary>A playbook has every text in it. Texts that lack another language are shown in English.</summary>
    public bool InEveryPlaybook { get; init; }

    /// <summary>Format of a moment of this year.</summary>
    public required string TimeThisYear { get; init; }

    /// <summary>Format of a moment.</summary>
    public required string Time { get; init; }

    /// <summary>Format of a day, in statements.</summary>
    public required string Date { get; init; }

    /// <summary>Title of the task that a failed publication makes; {0} is the channel.</summary>
    public required string PublishByHand { get; init; }

    /// <summary>Instructions of that task; {0} is the reason.</summary>
    public required string PublishingFailed { get; init; }

    /// <summary>Title of the task that a setback makes.</summary>
    public required string Setback { get; init; }

    /// <summary>Instructions of that task.</summary>
    public required string SetbackHelp { get; init; }

    /// <summary>By code or stored name, ignoring case; null when there is none.</summary>
    public static Language? Find(string? code) =>
        List.Find(one => one.Code.Equals(code, StringComparison.OrdinalIgnoreCase));

    /// <summary>The codes in a sentence: zh or en.</summary>
    public static string Codes { get; } = string.Join(" or ", List.Select(one => one.Code));

    public int CompareTo(Language? other) => other is null ? 1 : _order.CompareTo(other._order);

    public override string ToString() => Name;

    private static Language Add(Language language)
    {
        List.Add(language);
        return language;
    }
}

internal sealed class LanguageJson : JsonConverter<Language>
{
    public override Language Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Language.Find(reader.GetString()) ?? throw new JsonException($"There is no language '{reader.GetString()}'.");

    public override void Write(Utf8JsonWriter writer, Language value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Name);
}
