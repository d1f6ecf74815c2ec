# Publishes the Azure host into artifacts/publish/azure with the real packages, ready for deployment. Says so and fails where the feed lacks them.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')
. (Join-Path $PSScriptRoot 'lib/dotnet.ps1')

dotnet msbuild build/AzureSdk.targets -t:AskForAzureSdk -p:AskForAzureSdkAgain=true -nologo -v:q
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
$answer = [xml](Get-Content artifacts/azure-sdk.props)
$sdk = $answer.Project.PropertyGroup
Write-Output "Azure SDK: $($sdk.AzureSdk) ($($sdk.AzureSdkWhy))"
if ($sdk.AzureSdk -eq 'standin') { Stop-With 'Nothing was published: stand-ins are for tests and must never be deployed.' }
Remove-Item -Recurse -Force artifacts/publish/azure -ErrorAction SilentlyContinue
dotnet publish functions/CrisisFlow.Azure -c Release -o artifacts/publish/azure -nologo
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
foreach ($file in 'functions.metadata', 'worker.config.json', 'extensions.json', 'host.json') {
    if (-not (Get-ChildItem artifacts/publish/azure -Recurse -Filter $file)) { Stop-With "$file is missing from artifacts/publish/azure; the Functions host would not start." }
}
Write-Output 'Published to artifacts/publish/azure.'
