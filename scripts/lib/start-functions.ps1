# Starts Azurite and the Azure Functions host on http://localhost:7071. Called by: ./scripts/start.ps1 --functions
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '../..')
. (Join-Path $PSScriptRoot 'dotnet.ps1')

if (-not (Get-Command func -ErrorAction SilentlyContinue)) {
    Stop-With "The Functions host needs Azure Functions Core Tools v4, and there is no 'func' on the path.`nInstall them with: npm install --global azure-functions-core-tools@4 --unsafe-perm true`nOther ways: https://learn.microsoft.com/azure/azure-functions/functions-run-local. Without them: ./scripts/start runs CrisisFlow as one process."
}
if (-not (Get-Command npm -ErrorAction SilentlyContinue)) {
    Stop-With "Azurite, the storage emulator, needs node and npm, and there is no 'npm' on the path. https://nodejs.org tells how to install them."
}

$app = 'functions/CrisisFlow.Azure'
if (-not (Test-Path "$app/local.settings.json")) {
    $key = [Convert]::ToBase64String([Security.Cryptography.RandomNumberGenerator]::GetBytes(32))
    $template = Get-Content "$app/local.settings.template.json" -Raw
    $template.Replace('"Links__CurrentKey": ""', "`"Links__CurrentKey`": `"$key`"") |
      Set-Content "$app/local.settings.json"
    Stop-With "Wrote $app/local.settings.json. Name your Service Bus namespace and your SendGrid key in it, then run this again."
}

dotnet msbuild build/ServiceBusTrigger.targets -t:AskForServiceBusTrigger -nologo -v:q
if (Test-StandIn) {
    [Console]::Error.WriteLine((Show-AzurePackages))
    Stop-With 'The Functions host runs with the published packages only. Without them: ./scripts/start runs CrisisFlow as one process.'
}

$azurite = 'artifacts/azurite'
New-Item -ItemType Directory -Force "$azurite/data" | Out-Null
foreach ($name in 'package.json', 'package-lock.json', '.npmrc') {
  Copy-Item "tests/CrisisFlow.Azure.Tests/Azurite/$name" "$azurite/$name" -Force
}
if (-not (Test-Path "$azurite/node_modules/azurite/package.json")) {
  npm --prefix $azurite ci --ignore-scripts --no-audit --no-fund
}
$storage = Start-Process node -PassThru -NoNewWindow -ArgumentList "$azurite/node_modules/azurite/dist/src/azurite.js",
  '--location', "$azurite/data", '--skipApiVersionCheck', '--disableTelemetry', '--silent'
try {
    Set-Location $app
    func start @args
}
finally {
    Stop-Process -Id $storage.Id -ErrorAction SilentlyContinue
}
