using Azure.Messaging.ServiceBus;

namespace CrisisFlow.Azure.Tests.Messaging;

/// <summary>Takes messages as a topic would, or fails when told to.</summary>
internal sealed class RecordingSender : ServiceBusSender
{
    public List<ServiceBusMessage> Sent { get; } = [];

    public int Failures { get; set; }

    public override Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default)
    {
        if (Failures-- > 0)
            throw new ServiceBusException(true, "busy", "events", ServiceBusFailureReason.ServiceBusy);
        Failures = 0;
        Sent.Add(message);
        return Task.CompletedTask;
    }
}
