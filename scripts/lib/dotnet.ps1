# Sourced by the scripts: what they all need of dotnet.
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'

# Plain words on the error stream: Write-Error would wrap them into the script's own lines.
function Stop-With([string] $Message) { [Console]::Error.WriteLine($Message); exit 1 }

if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
  Stop-With "CrisisFlow needs the .NET 10 SDK, and there is no 'dotnet' on the path. https://dot.net tells how to install it."
}

# Which of the Azure packages are the published ones: one line. build/ServiceBusTrigger.targets writes the answer.
$ServiceBusTrigger = 'artifacts/service-bus-trigger.props'
function Test-StandIn {
  (Test-Path $ServiceBusTrigger) -and (Get-Content -Raw $ServiceBusTrigger) -match '<ServiceBusTrigger>standin<'
}
function Show-AzurePackages {
  if (Test-StandIn) { 'Azure packages: published, except the Service Bus trigger extension, which the package feed lacks; a stand-in takes its place.' }
  elseif (Test-Path $ServiceBusTrigger) { 'Azure packages: published, all of them.' }
}
