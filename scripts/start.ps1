#!/usr/bin/env pwsh
# Builds and starts CrisisFlow on http://localhost:7071. With a crisisflow.yaml here it watches what that names, without
# one it runs the demo. --functions starts the Azure Functions host instead. Other arguments go to the program:
# ./scripts/start.ps1 demo --help
Set-Location (Join-Path $PSScriptRoot '..')
. ./scripts/lib/dotnet.ps1

if ($args.Count -gt 0 -and $args[0] -eq '--functions') {
  & ./scripts/lib/start-functions.ps1 @($args | Select-Object -Skip 1)
  exit $LASTEXITCODE
}

dotnet build functions/CrisisFlow.Local -c Release -nologo -v quiet -clp:NoSummary
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
# A single word has to stay a list: splatted alone it would be handed over letter by letter.
$command = @(if ($args.Count -gt 0) { $args } elseif (Test-Path crisisflow.yaml) { 'run' } else { 'demo' })
dotnet functions/CrisisFlow.Local/bin/Release/net10.0/crisisflow.dll @command
exit $LASTEXITCODE
