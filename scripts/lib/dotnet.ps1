# Sourced by the scripts: what they all need of dotnet.
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'

# Plain words on the error stream: Write-Error would wrap them into the script's own lines.
function Stop-With([string] $Message) { [Console]::Error.WriteLine($Message); exit 1 }

if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
  Stop-With "CrisisFlow needs the .NET 10 SDK, and there is no 'dotnet' on the path. https://dot.net tells how to install it."
}

# Which Azure SDK the build chose, and why: one line. The build's probe writes the answer.
function Show-AzureSdk {
  if (-not (Test-Path artifacts/azure-sdk.props)) { return }
  $answer = ([xml](Get-Content -Raw artifacts/azure-sdk.props)).Project.PropertyGroup
  "Azure SDK: $($answer.AzureSdk) ($($answer.AzureSdkWhy))"
}
