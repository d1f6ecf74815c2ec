using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web;

/// <summary>Reads the body of a request up to a limit.</summary>
internal static class Body
{
    /// <param name="most">In bytes; what comes after them is not read.</param>
    public static async Task<ReadOnlyMemory<byte>> ReadUpToAsync(
        HttpRequest request,
        int most,
        CancellationToken cancellation
    )
    {
        var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while (body.Length < most && (read = await request.Body.ReadAsync(buffer, cancellation)) > 0)
            body.Write(buffer, 0, read);
        return body.GetBuffer().AsMemory(0, (int)Math.Min(body.Length, most));
    }
}
