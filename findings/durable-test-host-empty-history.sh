#!/usr/bin/env bash
# Microsoft.DurableTask.InProcessTestHost 0.2.3-preview.1: every history is an empty list, even that of no instance.
#
# Behaviour: DurableTaskClient.GetOrchestrationHistoryAsync returns no event for a completed orchestration that called
# an activity, and also for an id that was never started.
#
# Why it surprises: the comment of that method: it retrieves "the history of the specified orchestration instance", and
# throws ArgumentException where no such instance exists, or NotSupportedException where the implementation has no
# histories. An empty list is neither: a test that looks for what must not stand in a history always passes.
#
# Seen on 2026-11-30:
#   completed with output "done": 0 events
#   id that was never started:    0 events

set -euo pipefail

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

cat > finding.csproj <<'END'
<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
    <UseSharedCompilation>false</UseSharedCompilation>
    <NoWarn>NU1603</NoWarn>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.DurableTask.InProcessTestHost" Version="0.2.3-preview.1" />
  </ItemGroup>
</Project>
END

cat > Program.cs <<'END'
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;

Environment.SetEnvironmentVariable("Logging__LogLevel__Default", "None");
await using var host = await DurableTaskTestHost.StartAsync(tasks =>
{
    tasks.AddActivityFunc<string, string>("Echo", (context, input) => input);
    tasks.AddOrchestratorFunc<string, string>("Ask", (context, input) =>
        context.CallActivityAsync<string>("Echo", input));
});

async Task<string> History(string id)
{
    try
    {
        return $"{(await host.Client.GetOrchestrationHistoryAsync(id)).Count} events";
    }
    catch (Exception e)
    {
        return e.GetType().Name;
    }
}

using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Ask", "done");
var ended = await host.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, limit.Token);
var known = await History(id);
var unknown = await History("never-started");
Console.WriteLine($"{ended.RuntimeStatus.ToString().ToLowerInvariant()} with output {ended.SerializedOutput}: {known}");
Console.WriteLine($"id that was never started:    {unknown}");
return ended.SerializedOutput == "\"done\"" && known == "0 events" && unknown == "0 events" ? 0 : 1;
END

dotnet run --project finding.csproj
