namespace CrisisFlow.Core.Mentions;

/// <summary>Whose topic it is.</summary>
public enum TopicType
{
    Own,
    Competitor,
    Industry,
}
