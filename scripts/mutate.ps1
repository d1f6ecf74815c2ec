# Changes the code of one project in many small ways and shows which changes no test of it notices. Example:
#   scripts/mutate.ps1 Warnings --mutate "**/RiskIndex.cs"
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')
if ($args.Count -eq 0 -or -not (Test-Path "tests/CrisisFlow.$($args[0]).Tests")) {
    [Console]::Error.WriteLine(
        'Name a project that has tests/CrisisFlow.NAME.Tests, for example: scripts/mutate Warnings')
    exit 2
}
$name = $args[0]
$rest = @($args | Select-Object -Skip 1)
dotnet tool restore
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
Set-Location "tests/CrisisFlow.$name.Tests"
dotnet stryker --test-runner mtp --config-file ../../stryker-config.json --solution ../../CrisisFlow.sln `
    --project "CrisisFlow.$name.csproj" @rest
exit $LASTEXITCODE
