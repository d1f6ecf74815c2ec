#!/usr/bin/env bash
# Azure.Data.Tables 12.13.0: the two CreateQueryFilter methods write one and the same double differently.
#
# Behaviour: from an interpolated string a double of 1 becomes `1`, an integer literal; from an expression it becomes
# `1.0`. 2.5 is written alike by both.
#
# Why it surprises: the comment of CreateQueryFilter(FormattableString) promises values "quoted and escaped as
# necessary", the type of the argument is known, and the other method of the same name does write `1.0`. The library
# before this one had the same fault and took it as a bug: "Without the trailing .0, the query does not correctly
# execute and you get no results back" (github.com/Azure/azure-storage-net/issues/122). This script calls no service.
#
# Seen on 2026-11-30:
#   interpolated: Score gt 1     Score gt 2.5
#   expression:   Score gt 1.0   Score gt 2.5

set -euo pipefail

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

cat > finding.csproj <<'END'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
    <UseSharedCompilation>false</UseSharedCompilation>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Azure.Data.Tables" Version="12.13.0" />
  </ItemGroup>
</Project>
END

cat > Program.cs <<'END'
using Azure;
using Azure.Data.Tables;

double whole = 1, half = 2.5;
var interpolated = TableClient.CreateQueryFilter($"Score gt {whole}");
var expression = TableClient.CreateQueryFilter<Rated>(e => e.Score > whole);
var interpolatedHalf = TableClient.CreateQueryFilter($"Score gt {half}");
var expressionHalf = TableClient.CreateQueryFilter<Rated>(e => e.Score > half);
Console.WriteLine($"interpolated: {interpolated,-14} {interpolatedHalf}");
Console.WriteLine($"expression:   {expression,-14} {expressionHalf}");
return interpolated == "Score gt 1" && expression == "Score gt 1.0" && interpolatedHalf == expressionHalf ? 0 : 1;

class Rated : ITableEntity
{
    public string PartitionKey { get; set; } = "";
    public string RowKey { get; set; } = "";
    public DateTimeOffset? Timestamp { get; set; }
    public ETag ETag { get; set; }
    public double Score { get; set; }
}
END

dotnet run --project finding.csproj
