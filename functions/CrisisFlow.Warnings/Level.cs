namespace CrisisFlow.Warnings;

/// <summary>Severity of a warning. Ordered: a greater value is more severe.</summary>
public enum Level
{
    /// <summary>No warning.</summary>
    None = 0,
    Blue = 1,
    Yellow = 2,
    Orange = 3,
    Red = 4,
}
