# Publishes the Azure host into artifacts/publish/azure, ready for deployment. Where the package feed lacks a package,
# says so and publishes nothing.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')
. (Join-Path $PSScriptRoot 'lib/dotnet.ps1')

dotnet msbuild build/ServiceBusTrigger.targets -t:AskForServiceBusTrigger `
  -p:AskForServiceBusTriggerAgain=true -nologo -v:q
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
Show-AzurePackages
if (Test-StandIn) { Stop-With 'Nothing was published: a stand-in is for tests and must never be deployed.' }
Remove-Item -Recurse -Force artifacts/publish/azure -ErrorAction SilentlyContinue
dotnet publish functions/CrisisFlow.Azure -c Release -o artifacts/publish/azure -nologo
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
foreach ($file in 'functions.metadata', 'worker.config.json', 'extensions.json', 'host.json') {
    if (-not (Get-ChildItem artifacts/publish/azure -Recurse -Filter $file)) { Stop-With "$file is missing from artifacts/publish/azure; the Functions host would not start." }
}
Write-Output 'Published to artifacts/publish/azure.'
