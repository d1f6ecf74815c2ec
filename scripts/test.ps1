#!/usr/bin/env pwsh
# Builds everything and runs all tests. Last line: N passed, N failed, N skipped.
Set-Location (Join-Path $PSScriptRoot '..')
. ./scripts/lib/dotnet.ps1

$results = 'artifacts/test-results'
if (Test-Path $results) { Remove-Item -Recurse -Force $results }

dotnet build CrisisFlow.sln -c Release -nologo -v quiet -clp:NoSummary
if ($LASTEXITCODE -ne 0) {
  'The build failed; no test ran.'
  '0 passed, 1 failed, 0 skipped'
  exit 1
}
Show-AzurePackages

dotnet test CrisisFlow.sln -c Release --no-build -nologo --logger trx --results-directory $results -v quiet
$code = $LASTEXITCODE

$total = 0; $passed = 0; $executed = 0
foreach ($file in Get-ChildItem "$results/*.trx" -ErrorAction SilentlyContinue) {
  $counters = ([xml](Get-Content -Raw $file)).TestRun.ResultSummary.Counters
  $total += [int]$counters.total; $passed += [int]$counters.passed; $executed += [int]$counters.executed
}
"$passed passed, $($executed - $passed) failed, $($total - $executed) skipped"
if ($code -ne 0 -or $total -eq 0 -or $executed -ne $passed) { exit 1 }
