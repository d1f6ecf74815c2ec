using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrisisFlow.Warnings;

/// <summary>How an indicator's measure is shown.</summary>
public enum IndicatorUnit
{
    /// <summary>A number of things.</summary>
    Count,

    /// <summary>0 to 1, shown in percent.</summary>
    Share,

    /// <summary>A score with two decimals.</summary>
    Score,
}

/// <summary>
/// One summand of the risk index: how it is measured, how the measure becomes 0 to 1, and what it weighs. The weight's
/// setting, the schema,
/// the Bicep parameters and the docs follow from <see cref="All"/>. Names are stored and shown: never renamed.
/// </summary>
[JsonConverter(typeof(IndicatorJson))]
public abstract partial class Indicator : IComparable<Indicator>
{
    private Indicator(string name) => Name = name;

    public string Name { get; }

    /// <summary>Default share in the risk index; 0 to 100.</summary>
    public required double DefaultWeight { get; init; }

    /// <summary>What is measured, for the docs.</summary>
    public required string Over { get; init; }

    /// <summary>What counts as 0, for the docs.</summary>
    public string Nothing { get; init; } = "none";

    /// <summary>What counts as 1, for the docs.</summary>
    public required string Full { get; init; }

    public IndicatorUnit Unit { get; init; }

    /// <summary>
    /// Grows with negative mentions: leading the sum, it makes the warning a <see cref="WarningReason.NegativeSurge"/>.
    /// </summary>
    public bool OfNegative { get; init; }

    /// <summary>Name of the weight's setting, as <see cref="WarningSetting"/> has it.</summary>
    public string WeightSetting => "Weight" + Name;

    public string WordingKey => "Indicator." + Name;

    /// <summary>Position in <see cref="All"/>.</summary>
    internal int Order { get; private set; }

    /// <summary>Null when there is none with this name, ignoring case.</summary>
    public static Indicator? Find(string? name)
    {
        foreach (var indicator in All)
            if (string.Equals(indicator.Name, name, StringComparison.OrdinalIgnoreCase))
                return indicator;
        return null;
    }

    public int CompareTo(Indicator? other) => other is null ? 1 : Order.CompareTo(other.Order);

    public override string ToString() => Name;

    /// <summary>Measured on the topic: the same for all of its stories.</summary>
    internal sealed class OfTopic(string name) : Indicator(name)
    {
        public required Func<Moment, double> Measure { get; init; }

        /// <summary>Gets the measure; the result is clamped to 0 to 1.</summary>
        public required Func<double, Moment, double> Normalise { get; init; }
    }

    /// <summary>Measured on one story.</summary>
    internal sealed class OfStory(string name) : Indicator(name)
    {
        public required Func<StoryFacts, double> Measure { get; init; }

        /// <summary>Gets the measure; the result is clamped to 0 to 1.</summary>
        public required Func<double, double> Normalise { get; init; }
    }
}

/// <summary>By name, as rows have it.</summary>
internal sealed class IndicatorJson : JsonConverter<Indicator>
{
    public override Indicator Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Indicator.Find(reader.GetString()) ?? throw new JsonException($"There is no indicator '{reader.GetString()}'.");

    public override void Write(Utf8JsonWriter writer, Indicator value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Name);
}
