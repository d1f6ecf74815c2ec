using System.Text.Json.Serialization;
using CrisisFlow.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace CrisisFlow.Web.Api;

/// <summary>GET /openapi/v1.json: what machines may ask for, in OpenAPI 3.1.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";
    public const string KeyScheme = "apiKey";

    public static async Task<IResult> ShowAsync(
        [FromKeyedServices(Name)] IOpenApiDocumentProvider provider,
        CancellationToken cancellation
    )
    {
        var document = await provider.GetOpenApiDocumentAsync(cancellation);
        using var json = new MemoryStream();
        await document.SerializeAsJsonAsync(json, OpenApiSpecVersion.OpenApi3_1, cancellation);
        return new PageResult(StatusCodes.Status200OK, json.ToArray(), "application/json; charset=utf-8");
    }

    public static IServiceCollection AddApiDocument(this IServiceCollection services) =>
        services
            .ConfigureHttpJsonOptions(json =>
            {
                json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
                // A number is described as a number, and not as a string beside.
                json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            })
            .AddOpenApi(
                Name,
                options =>
                    options.AddDocumentTransformer(
                        (document, context, _) =>
                        {
                            var settings = context.ApplicationServices.GetRequiredService<CrisisFlowSettings>();
                            document.Info = new OpenApiInfo
                            {
                                Title = "CrisisFlow",
                                Version = Name,
                                Description = "API for other programs.",
                            };
                            // From settings, never from a request.
                            document.Servers =
                            [
                                new OpenApiServer { Url = settings.Site.BaseUrl.AbsoluteUri.TrimEnd('/') },
                            ];
                            document.AddComponent(
                                KeyScheme,
                                new OpenApiSecurityScheme
                                {
                                    Type = SecuritySchemeType.ApiKey,
                                    In = ParameterLocation.Header,
                                    Name = PushAdmission.Header,
                                    Description =
                                        "The key `apiKeys.mentions` of settings. Without one there, only this "
                                        + "machine may push.",
                                }
                            );
                            return Task.CompletedTask;
                        }
                    )
            );
}
