#!/usr/bin/env bash
# Starts Azurite and the Azure Functions host on http://localhost:7071. Called by: ./scripts/start --functions
set -euo pipefail
cd "$(dirname "$0")/../.."
. scripts/lib/dotnet.sh

if ! command -v func >/dev/null 2>&1; then
  echo "The Functions host needs Azure Functions Core Tools v4, and there is no 'func' on the path." >&2
  echo "Install them with: npm install --global azure-functions-core-tools@4 --unsafe-perm true" >&2
  echo "Other ways: https://learn.microsoft.com/azure/azure-functions/functions-run-local. Without them: ./scripts/start runs CrisisFlow as one process." >&2
  exit 1
fi
if ! command -v npm >/dev/null 2>&1; then
  echo "Azurite, the storage emulator, needs node and npm, and there is no 'npm' on the path. https://nodejs.org tells how to install them." >&2
  exit 1
fi

app=functions/CrisisFlow.Azure
if [ ! -f "$app/local.settings.json" ]; then
  key=$(head -c 32 /dev/urandom | base64)
  sed "s#\"Links__CurrentKey\": \"\"#\"Links__CurrentKey\": \"$key\"#" "$app/local.settings.template.json" \
    > "$app/local.settings.json"
  echo "Wrote $app/local.settings.json. Name your Service Bus namespace and your SendGrid key in it, then run this again." >&2
  exit 1
fi

dotnet msbuild build/ServiceBusTrigger.targets -t:AskForServiceBusTrigger -nologo -v:q
if is_standin; then
  say_azure_packages >&2
  echo "The Functions host runs with the published packages only. Without them: ./scripts/start runs CrisisFlow as one process." >&2
  exit 1
fi

azurite=artifacts/azurite
mkdir -p "$azurite/data"
cp tests/CrisisFlow.Azure.Tests/Azurite/{package.json,package-lock.json,.npmrc} "$azurite/"
[ -f "$azurite/node_modules/azurite/package.json" ] || npm --prefix "$azurite" ci --ignore-scripts --no-audit --no-fund
node "$azurite/node_modules/azurite/dist/src/azurite.js" --location "$azurite/data" \
  --skipApiVersionCheck --disableTelemetry --silent &
storage=$!
trap 'kill "$storage" 2>/dev/null || true' EXIT

cd "$app"
func start "$@"
