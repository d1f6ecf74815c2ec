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

# Which Azure SDK the build chose, and why: one line. The build's probe writes the answer.
say_azure_sdk() {
  [ -f artifacts/azure-sdk.props ] || return 0
  sed -n 's#.*<AzureSdk>\(.*\)</AzureSdk>.*#\1#p' artifacts/azure-sdk.props | tr '\n' ' ' | sed 's/^/Azure SDK: /'
  sed -n 's#.*<AzureSdkWhy>\(.*\)</AzureSdkWhy>.*#(\1)#p' artifacts/azure-sdk.props
}
