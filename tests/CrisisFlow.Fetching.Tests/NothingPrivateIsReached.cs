using System.Net;
using CrisisFlow.Fetching.Guarding;
using CrisisFlow.Testing.Feeds;

namespace CrisisFlow.Fetching.Tests;

/// <summary>Blocked before anything is sent: the listener that stands for the target gets no connection.</summary>
public sealed class NothingPrivateIsReached : FetchFixture
{
    public static TheoryData<string> Closed() =>
        [
            "127.0.0.1",
            "127.1.2.3",
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "100.64.0.1",
            "100.127.255.255",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.8",
            "192.0.2.1",
            "192.168.1.1",
            "192.88.99.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "168.63.129.16",
            "::",
            "::1",
            "::127.0.0.1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b::a00:1",
            "64:ff9b:1::1",
            "2002:7f00:1::",
            "2001:0:1::1",
            "2001:db8::1",
            "3fff::1",
            "fc00::1",
            "fd00:ec2::254",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "100::1",
            "5f00::1",
        ];

    [Theory]
    [MemberData(nameof(Closed))]
    public void An_address_that_is_not_public_is_known(string address) =>
        Assert.False(PublicAddresses.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.1")]
    [InlineData("172.15.0.1")]
    [InlineData("172.32.0.1")]
    [InlineData("168.63.129.17")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:4700::1111")]
    [InlineData("2001:4860:4860::8888")]
    [InlineData("64:ff9b::101:101")]
    public void An_address_that_is_public_is_known(string address) =>
        Assert.True(PublicAddresses.IsPublic(IPAddress.Parse(address)));

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Closed))]
    public async Task A_name_that_leads_to_a_private_address_is_refused_also_among_public_ones(string address)
    {
        foreach (var addresses in new[] { new[] { address }, ["1.1.1.1", address], [address, "1.1.1.1"] })
        {
            var failed = Assert.IsType<FetchResult.Failed>(
                await FetchAsync(new Uri("http://feeds.example/"), Resolving(new(), addresses))
            );
            Assert.Equal(FetchFailure.NotPublic, failed.Reason);
            Assert.Equal(
                $"Host 'feeds.example' leads to {IPAddress.Parse(address)}, which is not on the public internet; "
                    + "fetch.allowHosts does not name 'feeds.example'.",
                failed.Message
            );
        }
    }

    [Theory(Timeout = 120_000)]
    [InlineData("http://127.0.0.1{0}/")]
    [InlineData("http://127.1{0}/")]
    [InlineData("http://2130706433{0}/")]
    [InlineData("http://0x7f000001{0}/")]
    [InlineData("http://0177.0.0.1{0}/")]
    [InlineData("http://127。0。0。1{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]{0}/")]
    [InlineData("http://localhost{0}/")]
    public async Task No_way_of_writing_this_machine_gets_a_connection(string written)
    {
        var url = new Uri(string.Format(System.Globalization.CultureInfo.InvariantCulture, written, ""));
        var failed = Assert.IsType<FetchResult.Failed>(await FetchAsync(url, new GuardOptions()));
        Assert.Equal(FetchFailure.NotPublic, failed.Reason);
        var withPort = new Uri(
            string.Format(System.Globalization.CultureInfo.InvariantCulture, written, ":" + Server.Port)
        );
        Assert.IsType<FetchResult.Failed>(await FetchAsync(withPort, new GuardOptions()));
        Assert.Equal(0, Server.Connections);
    }

    [Fact(Timeout = 120_000)]
    public async Task The_address_that_was_checked_is_the_one_that_is_used()
    {
        var asked = 0;
        var rebinding = new GuardOptions
        {
            Resolve = (_, _) => Task.FromResult(new[] { IPAddress.Parse(asked++ == 0 ? "203.0.113.9" : "127.0.0.1") }),
        };
        var failed = Assert.IsType<FetchResult.Failed>(await FetchAsync(new Uri("http://feeds.example/"), rebinding));
        Assert.Equal(FetchFailure.NotPublic, failed.Reason);
        Assert.Equal(1, asked);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_setting_opens_one_host_and_one_port()
    {
        Server.Answer("/feed", "there");
        Assert.Equal("there", Text(await FetchAsync("/feed")));
        var named = Resolving(new GuardOptions { AllowHosts = [$"feeds.intern:{Server.Port}"] }, "127.0.0.1");
        Assert.Equal("there", Text(await FetchAsync(new Uri($"http://feeds.intern:{Server.Port}/feed"), named)));
        var failed = Assert.IsType<FetchResult.Failed>(
            await FetchAsync(new Uri($"http://other.intern:{Server.Port}/feed"), named)
        );
        Assert.Equal(FetchFailure.Port, failed.Reason);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("http://example.com:22/", FetchFailure.Port)]
    [InlineData("http://example.com:25/", FetchFailure.Port)]
    [InlineData("ftp://example.com/", FetchFailure.Scheme)]
    [InlineData("ldap://example.com/", FetchFailure.Scheme)]
    [InlineData("dict://example.com/", FetchFailure.Scheme)]
    [InlineData("jar:http://example.com!/", FetchFailure.Scheme)]
    [InlineData("data:text/plain,x", FetchFailure.Scheme)]
    [InlineData("http://me:secret@example.com/", FetchFailure.UserInfo)]
    [InlineData("http://example.com/\\@10.0.0.1/", FetchFailure.Address)]
    public async Task Other_ports_schemes_and_forms_are_refused(string url, FetchFailure reason)
    {
        var failed = Assert.IsType<FetchResult.Failed>(
            await FetchAsync(
                new Uri(url),
                new GuardOptions
                {
                    Resolve = static (_, _) => throw new InvalidOperationException("nothing may be looked up"),
                }
            )
        );
        Assert.Equal(reason, failed.Reason);
        Assert.DoesNotContain("secret", failed.Message);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_name_without_address_is_told()
    {
        Fails(
            FetchFailure.Name,
            "Host 'feeds.example' has no address.",
            await FetchAsync(new Uri("http://feeds.example/"), Resolving(new()))
        );
        var failing = new GuardOptions
        {
            Resolve = static (_, _) =>
                throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.HostNotFound),
        };
        Fails(
            FetchFailure.Name,
            "Host 'feeds.example' could not be resolved (HostNotFound).",
            await FetchAsync(new Uri("http://feeds.example/"), failing)
        );
    }
}
