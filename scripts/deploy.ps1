#!/usr/bin/env pwsh
# Deploys CrisisFlow to Azure, and does what azd's hooks ask for. Without an argument: azd up.
#   check          checks settings and playbooks for Azure         predeploy      the same, before a deployment
#   preprovision   the same; asks for what a first one needs       postprovision  writes the secrets that are missing
#   postdeploy     the smoke test                                  smoke [URL]    the same, by hand
#   rotate-links   gives links a new signing key; the old one stays good for links that are out
#   what-if        shows what provisioning would change, with the parameters that azd would give
param([string] $Action = 'up', [string] $Url = '')
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')

function Stop-With([string] $Message) { [Console]::Error.WriteLine($Message); exit 1 }
function Assert-Tool([string] $Name, [string] $How) {
  if (-not (Get-Command $Name -ErrorAction SilentlyContinue)) {
    Stop-With "'$Name' is needed and is not on the path. $How"
  }
}
function Assert-Success([string] $What) { if ($LASTEXITCODE -ne 0) { Stop-With "'$What' failed." } }
function Test-Interactive { -not [Console]::IsInputRedirected }
function New-RandomKey { [Convert]::ToBase64String([Security.Cryptography.RandomNumberGenerator]::GetBytes(32)) }

# Reads what azd knows into the environment, where a hook has not done so already.
function Read-Environment {
  if ($env:AZURE_KEY_VAULT_NAME) { return }
  Assert-Tool azd 'https://aka.ms/azd-install tells how to install it.'
  foreach ($line in azd env get-values) {
    if ($line -match '^(\w+)="?(.*?)"?$') { [Environment]::SetEnvironmentVariable($Matches[1], $Matches[2]) }
  }
}

# Asks the resource group of this environment; empty where there is none yet.
function Get-Deployed([string] $What) {
  $value = az group list --tag "azd-env-name=$env:AZURE_ENV_NAME" --query "[0].$What" --output tsv
  if ($LASTEXITCODE -ne 0) { Stop-With "'az' cannot list resource groups; is it signed in ('az login') and on the right subscription?" }
  return $value
}

# What a deployment from another machine changed, a rotated key or a budget's first month, stands in the group's tags
# and is taken from there: a pipeline, or a colleague, would otherwise put the old key back. While keys are being
# rotated, the new ones are what counts.
function Use-Deployed([switch] $Remember) {
  if ($env:CRISISFLOW_ROTATING) { return }
  if (-not (Get-Deployed name)) { return }
  $tags = [ordered]@{
    CRISISFLOW_LINKS_CURRENT_KEY_ID  = 'crisisflowLinksKey'
    CRISISFLOW_LINKS_PREVIOUS_KEY_ID = 'crisisflowLinksKeyBefore'
    CRISISFLOW_BUDGET_START          = 'crisisflowBudgetStart'
  }
  foreach ($name in $tags.Keys) {
    $value = Get-Deployed "tags.$($tags[$name])"
    if ($value -and $value -ne [Environment]::GetEnvironmentVariable($name)) {
      [Environment]::SetEnvironmentVariable($name, $value)
      if ($Remember) { azd env set $name $value }
      "$name is '$value', as deployed."
    }
  }
}

# What the host would refuse at its start is found here. A rotation of keys deploys no settings and must never wait for
# them.
function Invoke-Check {
  if ($env:CRISISFLOW_ROTATING) { return }
  . ./scripts/lib/dotnet.ps1
  dotnet run --project functions/CrisisFlow.Local -c Release -v q -- `
    check --host azure --parameters infra/main.parameters.json
  if ($LASTEXITCODE -ne 0) { Stop-With 'Nothing was deployed: crisisflow.yaml, its playbooks or infra/main.parameters.json have errors.' }
}

function Invoke-Preprovision {
  Invoke-Check
  Assert-Tool az 'https://aka.ms/install-azure-cli tells how to install it.'
  Use-Deployed -Remember
  # A subnet is handed to this provider, which no resource of the template registers.
  if ($env:VNET_ENABLED -eq 'true') { az provider register --namespace Microsoft.App --wait --output none; Assert-Success 'az provider register' }
  if (-not $env:CRISISFLOW_MAIL_FROM -and (Test-Interactive)) {
    $from = Read-Host 'Sender of all mails (an address of your domain; empty to send none for now)'
    if ($from) { azd env set CRISISFLOW_MAIL_FROM $from }
  }
  if (-not $env:CRISISFLOW_ALERT_EMAILS -and (Test-Interactive)) {
    $emails = Read-Host 'Addresses that alerts go to, separated by commas (empty for none)'
    if ($emails) { azd env set CRISISFLOW_ALERT_EMAILS $emails }
  }
}

# A role given a minute ago may not count yet, so whatever asks the vault tries for five minutes.
$pause = if ($env:DEPLOY_PAUSE) { [int] $env:DEPLOY_PAUSE } else { 15 }
function Wait-Again([int] $Tries, [string] $Message) {
  if ($Tries -ge 20) { Stop-With "The vault $env:AZURE_KEY_VAULT_NAME $Message" }
  Start-Sleep -Seconds $pause
}

# Only the vault's word that there is none counts: a refusal taken for it would have keys that are in use written over.
function Test-Secret([string] $Name) {
  for ($tries = 1; ; $tries++) {
    $message = az keyvault secret show --vault-name $env:AZURE_KEY_VAULT_NAME --name $Name --output none 2>&1
    if ($LASTEXITCODE -eq 0) { return $true }
    if ("$message" -match 'SecretNotFound') { return $false }
    Wait-Again $tries "does not say whether it has '$Name': $message"
  }
}

# The value goes by a file, so that it is in no list of processes.
function Write-Secret([string] $Name, [string] $Value) {
  $file = New-TemporaryFile
  try {
    [IO.File]::WriteAllText($file, $Value)
    for ($tries = 1; ; $tries++) {
      $message = az keyvault secret set --vault-name $env:AZURE_KEY_VAULT_NAME --name $Name --file $file `
        --encoding utf-8 --output none 2>&1
      if ($LASTEXITCODE -eq 0) { break }
      Wait-Again $tries "does not take '$Name': $message"
    }
  }
  finally { Remove-Item $file }
  "Wrote '$Name' to the vault $env:AZURE_KEY_VAULT_NAME."
}

function New-SecretIfMissing([string] $Name) { if (-not (Test-Secret $Name)) { Write-Secret $Name (New-RandomKey) } }

# The app looks at its references to the vault once a day; this has it look now.
function Update-References {
  az rest --method post --output none --url "/subscriptions/$env:AZURE_SUBSCRIPTION_ID/resourceGroups/$env:AZURE_RESOURCE_GROUP/providers/Microsoft.Web/sites/$env:AZURE_FUNCTION_NAME/config/configreferences/appsettings/refresh?api-version=2022-03-01"
  if ($LASTEXITCODE -ne 0) { 'The app could not be told to read its secrets again; it does so within a day, or when it is restarted.' }
}

function Invoke-Postprovision {
  Assert-Tool az 'https://aka.ms/install-azure-cli tells how to install it.'
  Read-Environment
  $current = if ($env:CRISISFLOW_LINKS_CURRENT_KEY_ID) { $env:CRISISFLOW_LINKS_CURRENT_KEY_ID } else { 'k1' }
  New-SecretIfMissing "links-key-$current"
  New-SecretIfMissing 'mentions-api-key'
  New-SecretIfMissing 'pages-api-key'
  if (-not (Test-Secret 'sendgrid-api-key')) {
    $key = $env:SENDGRID_API_KEY
    if (-not $key -and (Test-Interactive)) {
      $key = Read-Host 'API key of SendGrid (empty to give it later)' -MaskInput
    }
    # The app does not start without a key, so a placeholder stands in: mails then fail and wait, and an alert says so.
    if ($key) { Write-Secret 'sendgrid-api-key' $key }
    else {
      Write-Secret 'sendgrid-api-key' 'not-set-yet'
      "No mail goes out until 'sendgrid-api-key' in the vault $env:AZURE_KEY_VAULT_NAME is a real one; docs/operations.md tells how to set it."
    }
  }
  Update-References
}

function Get-Status([string] $Address, [string] $Method = 'Get') {
  try {
    $answer = Invoke-WebRequest $Address -Method $Method -TimeoutSec 60 -MaximumRedirection 0 `
      -SkipHttpErrorCheck -ErrorAction SilentlyContinue
    return [int]$answer.StatusCode
  }
  catch { return 0 }
}

# Up, closed to strangers, and answering HEAD as mail scanners ask it.
function Invoke-Smoke([string] $Address) {
  if (-not $Address) { $Address = $env:CRISISFLOW_URL }
  if (-not $Address) { Read-Environment; $Address = $env:CRISISFLOW_URL }
  if (-not $Address) { Stop-With 'azd knows no address of the app; is it provisioned?' }
  for ($tries = 1; ($got = Get-Status "$Address/health") -ne 200; $tries++) {
    if ($tries -ge 20) { Stop-With "$Address/health did not answer 200 within five minutes; the last answer was $('{0:d3}' -f $got)." }
    Start-Sleep -Seconds $pause
  }
  $got = Get-Status "$Address/health" Head
  if ($got -ne 200) { Stop-With "HEAD $Address/health answered $got in place of 200." }
  foreach ($path in '/cases', '/warnings', '/silences') {
    $got = Get-Status "$Address$path"
    if ($got -notin 302, 401, 403, 404) { Stop-With "$Address$path answered $got to a stranger; it has to stay closed." }
  }
  $got = Get-Status "$Address/l/not-a-token"
  if ($got -notin 400, 401, 403, 404, 410) { Stop-With "$Address/l/not-a-token answered $got to a forged link; it has to be refused." }
  "$Address is up, closed to strangers, and refuses a forged link."
}

function Invoke-RotateLinks {
  Assert-Tool az 'https://aka.ms/install-azure-cli tells how to install it.'
  Read-Environment
  Use-Deployed
  $old = if ($env:CRISISFLOW_LINKS_CURRENT_KEY_ID) { $env:CRISISFLOW_LINKS_CURRENT_KEY_ID } else { 'k1' }
  $new = 'k' + [DateTime]::UtcNow.ToString('yyyyMMddHHmm')
  Write-Secret "links-key-$new" (New-RandomKey)
  azd env set CRISISFLOW_LINKS_PREVIOUS_KEY_ID $old
  azd env set CRISISFLOW_LINKS_CURRENT_KEY_ID $new
  $env:CRISISFLOW_ROTATING = 'true'
  $env:CRISISFLOW_LINKS_CURRENT_KEY_ID = $new
  $env:CRISISFLOW_LINKS_PREVIOUS_KEY_ID = $old
  azd provision
  Assert-Success 'azd provision'
  "New links are signed with '$new'; links signed with '$old' stay good until the next rotation."
}

function Invoke-WhatIf {
  Invoke-Check
  Assert-Tool az 'https://aka.ms/install-azure-cli tells how to install it.'
  Assert-Tool node 'It fills in infra/main.parameters.json.'
  foreach ($name in 'AZURE_ENV_NAME', 'AZURE_LOCATION') {
    if (-not [Environment]::GetEnvironmentVariable($name)) { Stop-With "$name is not set." }
  }
  Use-Deployed
  $parameters = New-TemporaryFile
  try {
    node scripts/lib/parameters.mjs | Set-Content $parameters
    az deployment sub what-if --location $env:AZURE_LOCATION --template-file infra/main.bicep `
      --parameters "@$parameters"
    Assert-Success 'az deployment sub what-if'
  }
  finally { Remove-Item $parameters }
}

switch ($Action) {
  'up' { Assert-Tool azd 'https://aka.ms/azd-install tells how to install it.'; azd up; exit $LASTEXITCODE }
  'check' { Invoke-Check }
  'predeploy' { Invoke-Check }
  'preprovision' { Invoke-Preprovision }
  'postprovision' { Invoke-Postprovision }
  'postdeploy' { Invoke-Smoke '' }
  'smoke' { Invoke-Smoke $Url }
  'rotate-links' { Invoke-RotateLinks }
  'what-if' { Invoke-WhatIf }
  default { Stop-With "'$Action' is not one of up, check, preprovision, postprovision, predeploy, postdeploy, smoke, rotate-links, what-if." }
}
