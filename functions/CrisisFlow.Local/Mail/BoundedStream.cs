using System.Net.Sockets;

namespace CrisisFlow.Local.Mail;

/// <summary>A connection that ends when the other side has sent too much.</summary>
/// <param name="most">Bytes.</param>
internal sealed class BoundedStream(Socket socket, long most) : NetworkStream(socket, ownsSocket: true)
{
    private long _read;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await base.ReadAsync(buffer, cancellationToken);
        _read += read;
        return _read <= most ? read : throw new IOException($"the server sent more than {most} bytes");
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
}
