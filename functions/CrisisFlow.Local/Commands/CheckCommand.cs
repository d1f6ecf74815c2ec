using System.CommandLine;
using System.Text.Json;
using CrisisFlow.Core.Queries;
using CrisisFlow.Settings;
using CrisisFlow.Settings.Starting;

namespace CrisisFlow.Local.Commands;

/// <summary>Reads settings and playbooks and reports every problem.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var (file, set) = (SettingsFile.File(), SettingsFile.Set());
        var host = new Option<HostKind>("--host")
        {
            Description = "The host the settings are for: local or azure.",
            DefaultValueFactory = _ => HostKind.Local,
            HelpName = "HOST",
        };
        var parameters = new Option<string?>("--parameters")
        {
            Description =
                "Parameters file of the Azure deployment, such as infra/main.parameters.json: the settings in it "
                + "are checked too.",
            HelpName = "FILE",
        };
        var json = new Option<bool>("--json")
        {
            Description = "One JSON object per problem, one per line: {place, setting, message, kind}.",
        };
        var command = new Command(
            "check",
            "Validates settings and playbooks and reports every problem; notes do not keep the host from starting."
        )
        {
            file,
            set,
            host,
            parameters,
            json,
        };
        command.SetAction(parse =>
        {
            var appSettings = new Dictionary<string, string>();
            if (parse.GetValue(parameters) is { } given)
            {
                if (Output.NoFile(given) is { } missing)
                    return Output.Fail(missing);
                try
                {
                    appSettings = new(DeploymentParameters.Read(given));
                }
                catch (JsonException wrong)
                {
                    return Output.Fail($"{given} is not JSON: {wrong.Message}");
                }
            }

            return Report(
                SettingsFile.Check(
                    parse.GetRequiredValue(file),
                    parse.GetValue(set) ?? [],
                    parse.GetValue(host),
                    appSettings
                ),
                parse.GetValue(json)
            );
        });
        return command;
    }

    private static int Report(Checked loaded, bool asJson)
    {
        using var output = Output.Open();
        foreach (var problem in loaded.Problems)
            output.WriteLine(asJson ? ProblemLine.Write(problem) : problem.ToString());
        var settings = loaded.Settings;
        if (!asJson)
            foreach (var line in Understood(settings.Topics))
                output.WriteLine(line);
        if (loaded.MayStart && !asJson)
            output.WriteLine(
                $"No errors. Sources: {settings.Sources.Count}, topics: {settings.Topics.Count}, people: "
                    + $"{settings.People.Count}, playbooks: {loaded.Playbooks.Count}."
            );
        return loaded.MayStart ? 0 : Output.Wrong;
    }

    /// <summary>Each query as it was understood, since a word that is taken otherwise than meant is no error.</summary>
    private static IEnumerable<string> Understood(List<TopicSettings> topics)
    {
        foreach (var topic in topics)
        {
            if (TopicQuery.Parse(topic.Match) is not QueryReading.Valid { Query: { } query })
                continue;
            yield return $"Topic {topic.Id} matches: {QueryHints.Explain(query)}";
            var glued = query.Terms.Select(QueryHints.GluedExample).OfType<string>().ToList();
            if (glued.Count > 0)
                yield return $"  Also models written onto a name without a space, such as {string.Join(", ", glued)}.";
        }
    }
}
