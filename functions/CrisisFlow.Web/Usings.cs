global using WarningDecision = CrisisFlow.Core.Deciding.Decision<
    CrisisFlow.Warnings.WarningEvent,
    CrisisFlow.Warnings.WarningRefusal
>;
