#!/usr/bin/env bash
# SmtpServer 11.1.0: refuses three forms of command that RFC 5321 tells servers to take.
#
# Behaviour: RCPT TO:<Postmaster> and NOOP with a parameter are "502 Unrecognized command"; EHLO after MAIL FROM is
# "501 expected NOOP/RSET/QUIT/RCPT". Each of them also uses up one of the session's retries.
#
# Why it surprises: RFC 5321
#   section 4.5.1:   RCPT TO:<Postmaster>, "with no domain specification", "MUST be supported"
#   section 4.1.1.9: for NOOP, "If a parameter string is specified, servers SHOULD ignore it."
#   section 4.1.4:   EHLO "MAY be issued by a client later in the session"; the server then clears all buffers
#
# Seen on 2026-11-30:
#   RCPT TO:<Postmaster>               502 Unrecognized command, 4 retry(ies) remaining.
#   NOOP hello                         502 Unrecognized command, 3 retry(ies) remaining.
#   EHLO client.example                501 expected NOOP/RSET/QUIT/RCPT, 2 retry(ies) remaining.
#   RCPT TO:<postmaster@example.com>   250 Ok
#   NOOP                               250 Ok

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
    <PackageReference Include="SmtpServer" Version="11.1.0" />
  </ItemGroup>
</Project>
END

cat > Program.cs <<'END'
using System.Net;
using System.Net.Sockets;
using SmtpServer;

var probe = new TcpListener(IPAddress.Loopback, 0);
probe.Start();
var port = ((IPEndPoint)probe.LocalEndpoint).Port;
probe.Stop();

var options = new SmtpServerOptionsBuilder().ServerName("localhost")
    .Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, port))).Build();
using var stop = new CancellationTokenSource();
var server = new SmtpServer.SmtpServer(options, SmtpServer.ComponentModel.ServiceProvider.Default);
var running = server.StartAsync(stop.Token);
await Task.Delay(300);

using var client = new TcpClient { ReceiveTimeout = 5000 };
await client.ConnectAsync(IPAddress.Loopback, port);
using var reader = new StreamReader(client.GetStream());
using var writer = new StreamWriter(client.GetStream()) { AutoFlush = true, NewLine = "\r\n" };
reader.ReadLine();

string Say(string command)
{
    writer.WriteLine(command);
    var reply = reader.ReadLine() ?? "";
    while (reply.Length > 3 && reply[3] == '-')
        reply = reader.ReadLine() ?? "";
    Console.WriteLine($"{command,-34} {reply}");
    return reply;
}

Say("EHLO client.example");
Say("MAIL FROM:<sender@example.com>");
string[] refused = [Say("RCPT TO:<Postmaster>"), Say("NOOP hello"), Say("EHLO client.example")];
string[] taken = [Say("RCPT TO:<postmaster@example.com>"), Say("NOOP")];
Say("QUIT");
stop.Cancel();
return refused.All(reply => reply.StartsWith('5')) && taken.All(reply => reply.StartsWith("250")) ? 0 : 1;
END

dotnet run --project finding.csproj
