using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;

namespace CrisisFlow.Azure.Http;

/// <summary>
/// Where App Service authentication signs people in, their browsers have no function key: the team's function is
/// announced without one and <see cref="TeamAdmission"/> asks for the signed-in person. If this is not applied, the
/// key stays demanded: closed, not open.
/// </summary>
internal sealed class SignInMetadata(TeamAdmission admission) : IFunctionMetadataTransformer
{
    public string Name => "CrisisFlow sign-in";

    public void Transform(IList<IFunctionMetadata> original)
    {
        if (!admission.SignIn)
            return;
        foreach (
            var bindings in original
                .Where(function => function.Name == TeamAdmission.Function)
                .Select(function => function.RawBindings)
        )
            for (var i = 0; i < bindings?.Count; i++)
                bindings[i] = WithoutKey(bindings[i]);
    }

    private static string WithoutKey(string binding)
    {
        if (JsonNode.Parse(binding) is not JsonObject json || json["type"]?.GetValue<string>() != "httpTrigger")
            return binding;
        json["authLevel"] = "Anonymous";
        return json.ToJsonString();
    }
}
