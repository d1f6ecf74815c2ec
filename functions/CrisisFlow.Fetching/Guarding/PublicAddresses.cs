using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace CrisisFlow.Fetching.Guarding;

/// <summary>
/// Which addresses are reachable for everyone. Whatever is not on the open internet is refused, in every way it can be
/// written.
/// </summary>
public static class PublicAddresses
{
    // Network, bits, and what it is: IANA's special-purpose registries, multicast, and Azure's own service address.
    private static readonly (uint Network, int Bits)[] Closed4 =
    [
        Net(0, 0, 0, 0, 8),
        Net(10, 0, 0, 0, 8),
        Net(100, 64, 0, 0, 10),
        Net(127, 0, 0, 0, 8),
        Net(169, 254, 0, 0, 16),
        Net(172, 16, 0, 0, 12),
        Net(192, 0, 0, 0, 24),
        Net(192, 0, 2, 0, 24),
        Net(192, 31, 196, 0, 24),
        Net(192, 52, 193, 0, 24),
        Net(192, 88, 99, 0, 24),
        Net(192, 168, 0, 0, 16),
        Net(192, 175, 48, 0, 24),
        Net(198, 18, 0, 0, 15),
        Net(198, 51, 100, 0, 24),
        Net(203, 0, 113, 0, 24),
        Net(224, 0, 0, 0, 4),
        Net(240, 0, 0, 0, 4),
        Net(168, 63, 129, 16, 32),
    ];

    /// <summary>
    /// False for loopback, private, link-local, shared, benchmark, documentation, multicast and reserved addresses,
    /// also when they are wrapped in IPv6.
    /// </summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return IsPublic4(address.GetAddressBytes());
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return false;
        var bytes = address.GetAddressBytes();
        if (address.IsIPv4MappedToIPv6)
            return IsPublic4(bytes.AsSpan(12));
        // NAT64: the target is the IPv4 address at the end.
        if (StartsWith(bytes, [0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]))
            return IsPublic4(bytes.AsSpan(12));
        // Only 2000::/3 is given out; this leaves out ::, ::1, IPv4-compatible, fc00::/7, fe80::/10, fec0::/10 and
        // ff00::/8 at once.
        if ((bytes[0] & 0xE0) != 0x20)
            return false;
        // 2001::/23 holds Teredo and other special uses, 2001:db8::/32 and 3fff::/20 documentation, 2002::/16 wraps
        // IPv4 in 6to4.
        if (bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] < 0x02)
            return false;
        if (StartsWith(bytes, [0x20, 0x01, 0x0D, 0xB8]) || StartsWith(bytes, [0x20, 0x02]))
            return false;
        return !(bytes[0] == 0x3F && bytes[1] == 0xFF && (bytes[2] & 0xF0) == 0);
    }

    private static bool IsPublic4(ReadOnlySpan<byte> bytes)
    {
        var value = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        foreach (var (network, bits) in Closed4)
            if ((value ^ network) >> (32 - bits) == 0)
                return false;
        return true;
    }

    private static bool StartsWith(byte[] bytes, ReadOnlySpan<byte> prefix) => bytes.AsSpan().StartsWith(prefix);

    private static (uint Network, int Bits) Net(uint a, uint b, uint c, uint d, int bits) =>
        ((a << 24) | (b << 16) | (c << 8) | d, bits);
}
