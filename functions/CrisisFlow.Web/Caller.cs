using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web;

/// <summary>Where a request comes from.</summary>
internal static class Caller
{
    /// <summary>Stands for the remote address in limits and logs; never the address itself.</summary>
    public static string Of(HttpContext context) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes("caller|" + context.Connection.RemoteIpAddress))
        )[..16];
}
