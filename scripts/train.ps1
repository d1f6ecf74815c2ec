# Learns the sentiment weights anew from ../shared/data and writes them where the program embeds them. The same data
# gives the same bytes.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')
dotnet run --project bench/CrisisFlow.Evaluation -c Release -v q -- train
exit $LASTEXITCODE
