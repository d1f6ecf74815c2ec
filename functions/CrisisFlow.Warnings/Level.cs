namespace CrisisFlow.Warnings;

/// <summary>How grave a warning is. Ordered: a greater value is graver.</summary>
public enum Level
{
    /// <summary>No warning.</summary>
    None = 0,
    Blue = 1,
    Yellow = 2,
    Orange = 3,
    Red = 4,
}
