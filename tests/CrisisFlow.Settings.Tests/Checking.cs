using CrisisFlow.Response.Channels;
using CrisisFlow.Settings.Starting;
using Microsoft.Extensions.Configuration;

namespace CrisisFlow.Settings.Tests;

/// <summary>The start check over a file's text.</summary>
internal static class Checking
{
    public const string FileName = "crisisflow.yaml";

    public static Checked Check(
        string? yaml,
        HostKind host = HostKind.Local,
        params (string Name, string Value)[] configuration
    )
    {
        var folder = Directory.CreateTempSubdirectory("crisisflow-check-").FullName;
        try
        {
            var file = Path.Combine(folder, FileName);
            if (yaml is not null)
                File.WriteAllText(file, yaml);
            var sources = new SettingsSources
            {
                File = yaml is null ? null : file,
                Configuration = new ConfigurationBuilder()
                    .AddInMemoryCollection(configuration.ToDictionary(p => p.Name, p => (string?)p.Value))
                    .Build(),
                Environment = name => name == "SECRET" ? "from the environment" : null,
                Folder = folder,
            };
            return StartCheck.Read(sources, host, ChannelList.NewSettings(), ChannelList.Names);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>
    /// What is wrong with the text, without what a whole installation lacks: brand, topics, people for every role.
    /// </summary>
    public static IReadOnlyList<string> Problems(string? yaml, params (string Name, string Value)[] configuration) =>
        [
            .. Check(yaml, HostKind.Local, configuration)
                .Problems.Where(p =>
                    p.Setting is not ("brand.name" or "topics")
                    && !p.Place.StartsWith("built-in", StringComparison.Ordinal)
                )
                .Select(p => p.ToString()),
        ];
}
