#!/usr/bin/env pwsh
# Writes everything that is made from the code: tables and pages in docs and README, the JSON schemas, infra/settings.
Set-Location (Join-Path $PSScriptRoot '..')
. ./scripts/lib/dotnet.ps1
$env:UPDATE_DOCS = '1'
foreach ($tests in 'Settings', 'Warnings', 'Cases', 'Azure') {
  dotnet test "tests/CrisisFlow.$tests.Tests" -c Release -v q --nologo --filter 'FullyQualifiedName~schema|FullyQualifiedName~EverySettingIsDocumented|FullyQualifiedName~The_page_of'
}
dotnet run --project infra/tools/CrisisFlow.InfraTools -c Release -v q -- picture
dotnet run --project infra/tools/CrisisFlow.InfraTools -c Release -v q -- parameters
exit $LASTEXITCODE
