using System.Text.Json.Nodes;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Pushed;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CrisisFlow.Web.Api;

/// <summary>OpenAPI description of POST /mentions beyond its signature.</summary>
internal static class PushDescription
{
    private const string Json = "application/json";
    private const string Ndjson = "application/x-ndjson";
    private const string Csv = "text/csv";

    public static RouteHandlerBuilder DescribePush(this RouteHandlerBuilder endpoint) =>
        endpoint
            .WithName("pushMentions")
            .WithTags("Mentions")
            .WithSummary("Push mentions")
            .WithDescription("Accepts mentions pushed by platforms. Sending the same mention again counts once.")
            .Accepts<IReadOnlyList<PushedMention>>(Json, Ndjson, Csv)
            .Produces<PushAnswer>(StatusCodes.Status200OK, Json)
            .Produces<PushRefusal>(StatusCodes.Status400BadRequest, Json)
            .Produces<PushRefusal>(StatusCodes.Status401Unauthorized, Json)
            .Produces<PushRefusal>(StatusCodes.Status403Forbidden, Json)
            .Produces<PushRefusal>(StatusCodes.Status413PayloadTooLarge, Json)
            .Produces<PushRefusal>(StatusCodes.Status415UnsupportedMediaType, Json)
            .Produces<PushRefusal>(StatusCodes.Status503ServiceUnavailable, Json)
            .AddOpenApiOperationTransformer(
                (operation, context, _) =>
                {
                    Answers(operation.Responses!);
                    Body(operation.RequestBody!);
                    Category(
                        operation
                            .Parameters!.OfType<OpenApiParameter>()
                            .Single(parameter => parameter.Name == "category")
                    );
                    operation.Security =
                    [
                        new() { [new OpenApiSecuritySchemeReference(ApiDocument.KeyScheme, context.Document)] = [] },
                    ];
                    return Task.CompletedTask;
                }
            );

    private static void Answers(OpenApiResponses responses)
    {
        (string Status, string Meaning)[] meanings =
        [
            ("200", "Every good item is safe, even if others were not good."),
            ("400", "Nothing was accepted: the body cannot be read, or `source` or `category` is invalid."),
            ("401", "The key is missing or wrong."),
            ("403", "Without a key set in settings: the request comes from a page of another site."),
            ("413", "The body is longer than the host accepts at all, 16 MiB."),
            ("415", "The body is compressed."),
            ("503", "The store is not available. Nothing is lost: send it again after the seconds in `Retry-After`."),
        ];
        foreach (var (status, meaning) in meanings)
            responses[status].Description = meaning;
        var read = responses["200"].Content![Json].Schema!;
        var refused = responses["400"].Content![Json];
        refused.Schema = new OpenApiSchema { OneOf = [read, refused.Schema!] };
    }

    private static void Body(IOpenApiRequestBody body)
    {
        body.Description =
            $"One mention, an array of mentions, one mention per line, or CSV whose first row names the fields; "
            + $"at most {MentionBody.BytesLimit} bytes "
            + $"and {MentionBody.ItemsLimit} mentions.";
        var many = (OpenApiSchema)body.Content![Json].Schema!;
        many.MaxItems = MentionBody.ItemsLimit;
        body.Content[Json].Schema = new OpenApiSchema { OneOf = [many.Items!, many] };
        body.Content[Ndjson].Schema = many.Items;
        body.Content[Csv].Schema = new OpenApiSchema { Type = JsonSchemaType.String };
    }

    private static void Category(OpenApiParameter parameter) =>
        parameter.Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum =
            [
                .. Enum.GetNames<SourceCategory>()
                    .Select(name => JsonValue.Create(char.ToLowerInvariant(name[0]) + name[1..])),
            ],
            Default = JsonValue.Create("social"),
        };
}
