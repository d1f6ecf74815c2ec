#!/usr/bin/env bash
# Microsoft.DurableTask.InProcessTestHost 0.2.3-preview.1: the time of a scheduled start is ignored.
#
# Behaviour: an orchestration scheduled with StartAt one hour ahead runs and completes at once. A timer of two seconds
# inside an orchestration is waited for, so the host does keep time.
#
# Why it surprises: the comment of StartOrchestrationOptions.StartAt: "The time when the orchestration instance should
# start executing." Only a time left out or in the past starts it immediately. The package's README names no exception,
# so a test of a delayed start passes here whatever the code does.
#
# Seen on 2026-11-30:
#   start asked for in 60 minutes: Completed after 0.6 seconds
#   timer of 2 seconds inside:     Completed after 2.0 seconds

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
using System.Diagnostics;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;

Environment.SetEnvironmentVariable("Logging__LogLevel__Default", "None");
await using var host = await DurableTaskTestHost.StartAsync(tasks =>
{
    tasks.AddOrchestratorFunc<string, string>("Now", (context, input) => Task.FromResult(input));
    tasks.AddOrchestratorFunc<string, string>("Timer", async (context, input) =>
    {
        await context.CreateTimer(TimeSpan.FromSeconds(2), CancellationToken.None);
        return input;
    });
});

async Task<(OrchestrationRuntimeStatus Status, TimeSpan Took)> Run(string name, DateTimeOffset? startAt)
{
    using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(15));
    var watch = Stopwatch.StartNew();
    var options = new StartOrchestrationOptions(null, startAt);
    var id = await host.Client.ScheduleNewOrchestrationInstanceAsync(name, "x", options);
    try
    {
        var ended = await host.Client.WaitForInstanceCompletionAsync(id, limit.Token);
        return (ended.RuntimeStatus, watch.Elapsed);
    }
    catch (OperationCanceledException)
    {
        return ((await host.Client.GetInstanceAsync(id))!.RuntimeStatus, watch.Elapsed);
    }
}

var later = await Run("Now", DateTimeOffset.UtcNow.AddHours(1));
var timer = await Run("Timer", null);
Console.WriteLine($"start asked for in 60 minutes: {later.Status} after {later.Took.TotalSeconds:0.0} seconds");
Console.WriteLine($"timer of 2 seconds inside:     {timer.Status} after {timer.Took.TotalSeconds:0.0} seconds");
return later.Status == OrchestrationRuntimeStatus.Completed && later.Took < TimeSpan.FromSeconds(10)
    && timer.Took >= TimeSpan.FromSeconds(1.9) ? 0 : 1;
END

dotnet run --project finding.csproj
