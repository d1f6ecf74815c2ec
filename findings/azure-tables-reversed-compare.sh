#!/usr/bin/env bash
# Azure.Data.Tables 12.13.0: string.Compare on the right-hand side becomes a filter that is no OData.
#
# Behaviour: TableClient.CreateQueryFilter turns `string.Compare(e.RowKey, "a") >= 0` into `RowKey ge 'a'`. The same
# condition written the other way round (`0 <= string.Compare(...)`), or with another number (`> -1`, `== 1`), gives the
# pieces of an internal conditional run together, and no exception.
#
# Why it surprises: the method's comment lists string.Compare(string, string) as supported "as part of a filter
# expression" without a word on the side or the number, and says that it returns "the string representation of the
# filter expression". Calls it cannot translate (StartsWith, CompareOrdinal) do throw NotSupportedException.
#
# Seen on 2026-11-30:
#   string.Compare(RowKey, "a") >= 0   RowKey ge 'a'
#   0 <= string.Compare(RowKey, "a")   0 le RowKey eq 'a'0RowKey gt 'a'1-1
#   string.Compare(RowKey, "a") > -1   RowKey eq 'a'0RowKey gt 'a'1-1 gt -1
#   string.Compare(RowKey, "a") == 1   RowKey eq 'a'0RowKey gt 'a'1-1 eq 1

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
using Azure.Data.Tables;

string Show(string text, string filter)
{
    Console.WriteLine($"{text,-34} {filter}");
    return filter;
}

var usual = Show("string.Compare(RowKey, \"a\") >= 0",
    TableClient.CreateQueryFilter<TableEntity>(e => string.Compare(e.RowKey, "a") >= 0));
string[] broken =
[
    Show("0 <= string.Compare(RowKey, \"a\")",
        TableClient.CreateQueryFilter<TableEntity>(e => 0 <= string.Compare(e.RowKey, "a"))),
    Show("string.Compare(RowKey, \"a\") > -1",
        TableClient.CreateQueryFilter<TableEntity>(e => string.Compare(e.RowKey, "a") > -1)),
    Show("string.Compare(RowKey, \"a\") == 1",
        TableClient.CreateQueryFilter<TableEntity>(e => string.Compare(e.RowKey, "a") == 1)),
];
return usual == "RowKey ge 'a'" && broken.All(filter => filter.Contains("'a'0RowKey gt 'a'1-1")) ? 0 : 1;
END

dotnet run --project finding.csproj
