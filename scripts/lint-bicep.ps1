#!/usr/bin/env pwsh
# Builds and lints main.bicep, with all that it uses, and the examples with the real compiler: `bicep`, else the one of
# the package feed, else the one in `az`. A warning fails.
Set-Location (Join-Path $PSScriptRoot '..')
$env:DOTNET_SYSTEM_GLOBALIZATION_INVARIANT = '1'

$compiler = (Get-Command bicep -ErrorAction SilentlyContinue).Source
if (-not $compiler -and (Get-Command dotnet -ErrorAction SilentlyContinue)) {
  $compiler = dotnet msbuild infra/checks/compiler/BicepCompiler.csproj -restore -t:FindBicep `
    -getProperty:BicepCompiler -nologo 2>$null | Select-Object -Last 1
}
if ($compiler -and (Test-Path $compiler -PathType Leaf)) {
  # A package does not keep the right to be run.
  if (-not $IsWindows) { chmod u+x $compiler }
  $build = { & $compiler $args[0] $args[1] --stdout }
}
elseif (Get-Command az -ErrorAction SilentlyContinue) {
  az config set bicep.version_check=False --only-show-errors
  $build = { az bicep $args[0] --file $args[1] --stdout }
}
else {
  [Console]::Error.WriteLine("There is no Bicep compiler: neither 'bicep' nor 'az' is on the path, and the package feed has none. https://aka.ms/bicep-install tells how to install it.")
  exit 1
}

$bad = 0
foreach ($file in Get-Item infra/main.bicep, infra/*.bicepparam) {
  $command = if ($file.Extension -eq '.bicepparam') { 'build-params' } else { 'build' }
  # Diagnostics go to the error stream; the template itself is not wanted.
  $messages = & $build $command $file.FullName 2>&1 | Where-Object { $_ -is [Management.Automation.ErrorRecord] }
  if ($LASTEXITCODE -ne 0 -or "$messages" -match ' : (Info|Warning|Error) ') {
    $messages | ForEach-Object { "$_" }
    $bad = 1
  }
}
if ($bad -eq 0) { 'No error and no warning in the Bicep files.' }
exit $bad
