namespace CrisisFlow.Core.Mentions;

/// <summary>A topic's short name, as settings spell it. Safe as part of a key.</summary>
public readonly record struct TopicId(string Value)
{
    public override string ToString() => Value;
}
