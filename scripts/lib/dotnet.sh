# Sourced by the scripts: what they all need of dotnet.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

if ! command -v dotnet >/dev/null 2>&1; then
  echo "CrisisFlow needs the .NET 10 SDK, and there is no 'dotnet' on the path. https://dot.net tells how to install it." >&2
  exit 1
fi

# Bare machines lack ICU; CrisisFlow needs none, and neither does the SDK for building it.
if [ "$(uname -s)" = Linux ] && ! ldconfig -p 2>/dev/null | grep -q libicuuc; then
  export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
fi

# Which of the Azure packages are the published ones: one line. build/ServiceBusTrigger.targets writes the answer.
service_bus_trigger=artifacts/service-bus-trigger.props
is_standin() { grep -qs '<ServiceBusTrigger>standin<' "$service_bus_trigger"; }
say_azure_packages() {
  if is_standin; then
    echo "Azure packages: published, except the Service Bus trigger extension, which the package feed lacks; a stand-in takes its place."
  elif [ -f "$service_bus_trigger" ]; then
    echo "Azure packages: published, all of them."
  fi
}
