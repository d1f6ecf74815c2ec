#!/usr/bin/env pwsh
# Writes the program's thresholds and deadlines into infra/settings, and its tables into infra/main.bicep and
# scripts/lib/tables.mjs: after one was added, moved or taken away.
Set-Location (Join-Path $PSScriptRoot '..')
. ./scripts/lib/dotnet.ps1
dotnet run --project infra/tools/CrisisFlow.InfraTools -c Release -v q -- parameters
exit $LASTEXITCODE
