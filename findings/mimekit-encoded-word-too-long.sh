#!/usr/bin/env bash
# MimeKit 4.18.2: encoded-words of 76 characters, and a first header line of 85.
#
# Behaviour: a Chinese subject whose text fills a word is written as encoded-words of 76 characters. The first line of
# the header is not made shorter for "Subject: ", so it has 85 characters; the lines after it have 77.
#
# Why it surprises: RFC 2047, section 2: "An 'encoded-word' may not be more than 75 characters long", and each line of a
# header that holds an encoded-word "is limited to 76 characters". The comment of Rfc2047.EncodeText promises "the rules
# of rfc2047"; FormatOptions.MaxLineLength, 78 by default, is passed as well. The library reads its own mail back.
#
# Seen on 2026-11-30:
#   line of 85, word of 76: Subject: =?utf-8?b?5b6I6ZW/55qE5qCH6aKYIOW+iOmVv+eahOagh+mimCDlvojplb/nmoTmoIfpopg=?=
#   line of 77, word of 76:  =?utf-8?b?IOW+iOmVv+eahOagh+mimCDlvojplb/nmoTmoIfpopgg5b6I6ZW/55qE5qCH6aKY?=
#   longest word 76 (RFC 2047: 75), longest line 85 (RFC 2047: 76), MaxLineLength 78

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
    <PackageReference Include="MimeKit" Version="4.18.2" />
  </ItemGroup>
</Project>
END

cat > Program.cs <<'END'
using System.Text;
using System.Text.RegularExpressions;
using MimeKit;

var message = new MimeMessage();
message.From.Add(new MailboxAddress("Sender", "sender@example.com"));
message.To.Add(new MailboxAddress("Reader", "reader@example.com"));
message.Subject = string.Join(" ", Enumerable.Repeat("很长的标题", 6));
message.Body = new TextPart("plain") { Text = "text" };

using var stream = new MemoryStream();
message.WriteTo(FormatOptions.Default, stream);
var lines = Encoding.ASCII.GetString(stream.ToArray()).Split('\n').Select(line => line.TrimEnd('\r'))
    .SkipWhile(line => !line.StartsWith("Subject:"));
int longestWord = 0, longestLine = 0;
foreach (var line in lines.TakeWhile(line => line.StartsWith("Subject:") || line.StartsWith(' ')))
{
    var word = Regex.Matches(line, @"=\?\S+\?=").Max(match => match.Length);
    Console.WriteLine($"line of {line.Length}, word of {word}: {line}");
    longestWord = Math.Max(longestWord, word);
    longestLine = Math.Max(longestLine, line.Length);
}

Console.WriteLine($"longest word {longestWord} (RFC 2047: 75), longest line {longestLine} (RFC 2047: 76), "
    + $"MaxLineLength {FormatOptions.Default.MaxLineLength}");
return longestWord > 75 && longestLine > FormatOptions.Default.MaxLineLength ? 0 : 1;
END

dotnet run --project finding.csproj
