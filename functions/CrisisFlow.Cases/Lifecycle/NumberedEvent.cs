namespace CrisisFlow.Cases.Lifecycle;

/// <param name="Number">Position in the journal, from 1.</param>
public sealed record NumberedEvent(long Number, CaseEvent Event);
