global using CaseDecision = CrisisFlow.Core.Deciding.Decision<
    CrisisFlow.Cases.Lifecycle.CaseEvent,
    CrisisFlow.Cases.CaseRefusal
>;
