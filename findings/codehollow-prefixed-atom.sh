#!/usr/bin/env bash
# CodeHollow.FeedReader 2.1.1: an Atom feed whose elements carry a prefix is read as a feed without title and items.
#
# Behaviour: the same Atom 1.0 document is read in full with the default namespace, and as an empty Atom feed, without
# an exception, when the namespace is bound to a prefix. A reader that watches it sees a quiet source.
#
# Why it surprises: the README promises ATOM 1.0. RFC 4287, section 1.2: the choice of any namespace prefix "is
# arbitrary and not semantically significant"; the two documents mean the same.
#
# Seen on 2026-11-30:
#   default namespace: type Atom, title [Complaints], items 1, first [Screen broken]
#   prefix a:          type Atom, title [], items 0, first []

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
    <PackageReference Include="CodeHollow.FeedReader" Version="2.1.1" />
  </ItemGroup>
</Project>
END

cat > Program.cs <<'END'
using CodeHollow.FeedReader;

string Document(string prefix)
{
    var p = prefix.Length == 0 ? "" : prefix + ":";
    var ns = prefix.Length == 0 ? "xmlns" : "xmlns:" + prefix;
    return $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <{p}feed {ns}="http://www.w3.org/2005/Atom">
          <{p}title>Complaints</{p}title>
          <{p}id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</{p}id>
          <{p}updated>2026-11-30T10:00:00Z</{p}updated>
          <{p}author><{p}name>Editor</{p}name></{p}author>
          <{p}entry>
            <{p}title>Screen broken</{p}title>
            <{p}id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</{p}id>
            <{p}updated>2026-11-30T10:00:00Z</{p}updated>
            <{p}link href="https://example.com/1"/>
          </{p}entry>
        </{p}feed>
        """;
}

Feed Read(string text, string prefix)
{
    var feed = FeedReader.ReadFromString(Document(prefix));
    Console.WriteLine($"{text,-18} type {feed.Type}, title [{feed.Title}], items {feed.Items.Count}, "
        + $"first [{feed.Items.FirstOrDefault()?.Title}]");
    return feed;
}

var plain = Read("default namespace:", "");
var prefixed = Read("prefix a:", "a");
return plain.Items.Count == 1 && prefixed.Items.Count == 0 && string.IsNullOrEmpty(prefixed.Title) ? 0 : 1;
END

dotnet run --project finding.csproj
