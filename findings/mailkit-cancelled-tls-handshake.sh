#!/usr/bin/env bash
# MailKit 4.18.2: a cancelled TLS handshake is told as a handshake failure, not as a cancellation.
#
# Behaviour: SmtpClient.ConnectAsync with SslOnConnect to a server that accepts and stays silent; the caller's token is
# cancelled after half a second. The call ends at once, but with SslHandshakeException; the cancellation is only its
# InnerException. The same call without TLS, to the same silent server, throws OperationCanceledException.
#
# Why it surprises: the comment of ConnectAsync lists OperationCanceledException for "The operation was canceled."
# `catch (OperationCanceledException)` misses it, and the message blames the server's certificate, which was never sent.
#
# Seen on 2026-11-30:
#   with TLS:    MailKit.Security.SslHandshakeException, inside: System.Threading.Tasks.TaskCanceledException
#   without TLS: System.Threading.Tasks.TaskCanceledException, inside: none

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
    <PackageReference Include="MailKit" Version="4.18.2" />
  </ItemGroup>
</Project>
END

cat > Program.cs <<'END'
using System.Net;
using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;

using var listener = new TcpListener(IPAddress.Loopback, 0);
listener.Start();
var port = ((IPEndPoint)listener.LocalEndpoint).Port;

async Task<Exception?> Connect(SecureSocketOptions options)
{
    using var client = new SmtpClient { Timeout = 10_000 };
    using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
    var connecting = client.ConnectAsync("127.0.0.1", port, options, cancel.Token);
    using var held = await listener.AcceptTcpClientAsync();
    try
    {
        await connecting;
        return null;
    }
    catch (Exception e)
    {
        return e;
    }
}

string Name(Exception? e) => e?.GetType().FullName ?? "none";

var withTls = await Connect(SecureSocketOptions.SslOnConnect);
var without = await Connect(SecureSocketOptions.None);
Console.WriteLine($"with TLS:    {Name(withTls)}, inside: {Name(withTls?.InnerException)}");
Console.WriteLine($"without TLS: {Name(without)}, inside: {Name(without?.InnerException)}");
return withTls is SslHandshakeException { InnerException: OperationCanceledException }
    && without is OperationCanceledException ? 0 : 1;
END

dotnet run --project finding.csproj
