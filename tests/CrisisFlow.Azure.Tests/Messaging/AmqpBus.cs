using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Amqp;
using Amqp.Framing;
using Amqp.Listener;
using Amqp.Sasl;

namespace CrisisFlow.Azure.Tests.Messaging;

/// <summary>
/// A vendor on this machine: speaks AMQP 1.0 as far as senders need Service Bus to (claims token, links with a size
/// limit, batches),
/// keeps what it is sent, and is busy, silent, forgetful or unfriendly when told to.
/// </summary>
internal sealed class AmqpBus : ILinkProcessor, IRequestProcessor, IAsyncDisposable
{
    /// <summary>Of a message or a batch, as in the standard tier.</summary>
    public const int LongestMessage = 256 * 1024;

    private readonly ContainerHost _host;
    private readonly int _port = FreePort();

    public AmqpBus()
    {
        _host = new ContainerHost(new Address($"amqp://127.0.0.1:{_port}"));
        // The client's own mechanism: who it is comes afterwards, with a token.
        _host.Listeners[0].SASL.EnableMechanism("MSSBCBS", SaslProfile.Anonymous);
        _host.RegisterRequestProcessor("$cbs", this);
        _host.RegisterLinkProcessor(this);
        _host.Open();
    }

    /// <summary>Without TLS, which the published client does for the vendor's own emulator only.</summary>
    public string ConnectionString =>
        $"Endpoint=sb://127.0.0.1:{_port};SharedAccessKeyName=tests;SharedAccessKey=c2VjcmV0;"
        + "UseDevelopmentEmulator=true;";

    /// <summary>What was taken, with the queue or topic it was sent to.</summary>
    public ConcurrentQueue<(string Entity, Message Message)> Taken { get; } = new();

    /// <summary>Bytes of the messages in each transfer; a batch is one.</summary>
    public ConcurrentQueue<int> Transfers { get; } = new();

    /// <summary>What tokens were put for.</summary>
    public ConcurrentQueue<string> Tokens { get; } = new();

    /// <summary>What becomes of the next transfers; taken when there is none.</summary>
    public ConcurrentQueue<AmqpAnswer> Answers { get; } = new();

    public bool RefusesTokens { get; set; }

    int IRequestProcessor.Credit => 100;

    void IRequestProcessor.Process(RequestContext requestContext)
    {
        Tokens.Enqueue(
            $"{requestContext.Message.ApplicationProperties["operation"]} "
                + $"{requestContext.Message.ApplicationProperties["name"]}"
        );
        requestContext.Complete(
            new Message
            {
                ApplicationProperties = new ApplicationProperties
                {
                    ["status-code"] = RefusesTokens ? 401 : 202,
                    ["status-description"] = RefusesTokens ? "Unauthorized" : "Accepted",
                },
            }
        );
    }

    void ILinkProcessor.Process(AttachContext attachContext)
    {
        attachContext.Attach.MaxMessageSize = LongestMessage;
        var entity = (attachContext.Attach.Target as Target)?.Address?.Trim('/') ?? "";
        attachContext.Complete(new Endpoint(this, entity), 100);
    }

    public ValueTask DisposeAsync()
    {
        _host.Close();
        return ValueTask.CompletedTask;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Endpoint(AmqpBus bus, string entity) : LinkEndpoint
    {
        public override void OnMessage(MessageContext messageContext)
        {
            switch (bus.Answers.TryDequeue(out var answer) ? answer : AmqpAnswer.Take)
            {
                case AmqpAnswer.Busy:
                    messageContext.Complete(
                        new Error("com.microsoft:server-busy")
                        {
                            Description = "The service was unable to process the request; please retry.",
                        }
                    );
                    break;
                case AmqpAnswer.Silence:
                    break;
                case AmqpAnswer.DropLink:
                    messageContext.Link.Close(
                        TimeSpan.Zero,
                        new Error("amqp:link:detach-forced") { Description = "The link was detached." }
                    );
                    break;
                default:
                    Take(messageContext.Message);
                    messageContext.Complete();
                    break;
            }
        }

        public override void OnFlow(FlowContext flowContext) { }

        public override void OnDisposition(DispositionContext dispositionContext) { }

        // A batch is one message whose body's sections are messages.
        private void Take(Message message)
        {
            if (message.BodySection is not DataList list)
            {
                bus.Transfers.Enqueue(((Data)message.BodySection).Binary.Length);
                bus.Taken.Enqueue((entity, message));
                return;
            }

            var total = 0;
            for (var i = 0; i < list.Count; i++)
            {
                var bytes = list[i].Binary;
                total += bytes.Length;
                bus.Taken.Enqueue((entity, Message.Decode(new ByteBuffer(bytes, 0, bytes.Length, bytes.Length))));
            }

            bus.Transfers.Enqueue(total);
        }
    }
}

/// <summary>What becomes of a transfer.</summary>
internal enum AmqpAnswer
{
    Take,
    Busy,
    Silence,
    DropLink,
}
