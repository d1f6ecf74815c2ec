global using CaseDecision = CrisisFlow.Core.Deciding.Decision<CrisisFlow.Core.Cases.CaseEvent, CrisisFlow.Core.Cases.CaseRefusal>;
