global using WarningDecision = CrisisFlow.Core.Deciding.Decision<CrisisFlow.Core.Warnings.WarningEvent, CrisisFlow.Core.Warnings.WarningRefusal>;
