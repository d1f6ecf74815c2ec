namespace CrisisFlow.Core.Monitoring;

/// <summary>Whose topic it is.</summary>
public enum TopicType
{
    Own,
    Competitor,
    Industry,
}
