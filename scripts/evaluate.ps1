# Measures quality on the given data, prints the report and writes docs/quality.md. Sections: --only NAME[,NAME]
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')
dotnet run --project bench/CrisisFlow.Evaluation -c Release -v q -- @args
exit $LASTEXITCODE
