using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Azure.Messaging;

/// <summary>
/// Body of a message on the queue "mentions": some mentions that match one topic. A storage format: messages may wait
/// across a deployment.
/// </summary>
internal sealed record MentionsMessage(int Version, string Topic, IReadOnlyList<Mention> Mentions)
{
    public const int Current = 1;

    // Chinese stays as it is instead of as six bytes a character.
    private static readonly MentionsMessageContext Context = new(
        new JsonSerializerOptions(MentionsMessageContext.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    /// <summary>
    /// Derived from all that it holds, so that the queue's duplicate detection knows a second sending, and a mention
    /// whose text changed is none.
    /// </summary>
    public string Id
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(Encoding.UTF8.GetBytes(Topic + "\n"));
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(Mentions, Context.IReadOnlyListMention));
            return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
        }
    }

    public BinaryData Write() => new(JsonSerializer.SerializeToUtf8Bytes(this, Context.MentionsMessage));

    /// <exception cref="UnreadableMessageException">Says what is wrong; a second delivery would not help.</exception>
    public static MentionsMessage Read(BinaryData body)
    {
        try
        {
            var message =
                JsonSerializer.Deserialize(body.ToMemory().Span, Context.MentionsMessage)
                ?? throw new UnreadableMessageException("The message is null.");
            if (message.Version != Current)
                throw new UnreadableMessageException(
                    $"The message has version {message.Version}; this program reads version {Current}."
                );
            if (string.IsNullOrEmpty(message.Topic))
                throw new UnreadableMessageException("The message names no topic.");
            if (message.Mentions.Any(mention => mention?.Id.Value is not { Length: > 0 }))
                throw new UnreadableMessageException("A mention of the message has no id.");
            // Fields another version left out are null here, despite their initialisers.
            return message with
            {
                Mentions =
                [
                    .. message.Mentions.Select(mention =>
                        mention.Engagement is null ? mention with { Engagement = Engagement.None } : mention
                    ),
                ],
            };
        }
        catch (JsonException e)
        {
            throw new UnreadableMessageException($"The message is not JSON with mentions: {e.Message}");
        }
    }
}

/// <summary>A message that no delivery can make readable.</summary>
internal sealed class UnreadableMessageException(string message) : Exception(message);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(MentionsMessage))]
internal sealed partial class MentionsMessageContext : JsonSerializerContext;
