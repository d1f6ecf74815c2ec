#!/usr/bin/env pwsh
# Computes what CrisisFlow costs on Azure from infra/workload.json and infra/prices.json and writes docs/cost.md.
Set-Location (Join-Path $PSScriptRoot '..')
. ./scripts/lib/dotnet.ps1
dotnet run --project infra/tools/CrisisFlow.InfraTools -c Release -v q -- cost
exit $LASTEXITCODE
