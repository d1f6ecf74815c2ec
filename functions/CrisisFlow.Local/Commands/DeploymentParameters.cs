using System.Text.Json;

namespace CrisisFlow.Local.Commands;

/// <summary>
/// Settings of the product in a parameters file of the Azure deployment: as app settings, or as a section of their own.
/// </summary>
internal static class DeploymentParameters
{
    private const string AppSettings = "additionalSettings";

    /// <returns>App settings by name: CrisisFlow__Warnings__EnterOrange.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="JsonException">The file is not JSON.</exception>
    public static IReadOnlyDictionary<string, string> Read(string file)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        if (!json.RootElement.TryGetProperty("parameters", out var parameters))
            return settings;
        foreach (var parameter in parameters.EnumerateObject())
        {
            if (!parameter.Value.TryGetProperty("value", out var value) || value.ValueKind != JsonValueKind.Object)
                continue;
            var prefix = parameter.Name == AppSettings ? "" : $"CrisisFlow__{parameter.Name}__";
            foreach (var setting in value.EnumerateObject())
                settings[prefix + setting.Name] = setting.Value.ToString();
        }

        return settings;
    }
}
