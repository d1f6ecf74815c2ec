using System.CommandLine;
using CrisisFlow.Settings;

namespace CrisisFlow.Local.Commands;

/// <summary>Reads settings and playbooks and tells everything that is wrong with them.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var (file, set) = (SettingsFile.File(), SettingsFile.Set());
        var json = new Option<bool>("--json") { Description = "One JSON object a line and problem: {place, setting, message}." };
        var command = new Command("check", "Validates settings and playbooks and reports everything that is wrong with them.") { file, set, json };
        command.SetAction(parse =>
        {
            var (settings, playbooks, problems) = Checked.Load(parse.GetValue(file), parse.GetValue(set) ?? []);
            using var output = Output.Open();
            foreach (var problem in problems)
                output.WriteLine(parse.GetValue(json) ? ProblemLine.Write(problem) : problem.ToString());
            if (problems.Count == 0 && !parse.GetValue(json))
                output.WriteLine($"Everything is in order. Sources: {settings.Sources.Count}, topics: {settings.Topics.Count}, people: {settings.People.Count}, playbooks: {playbooks.Count}.");
            return problems.Count == 0 ? 0 : Output.Wrong;
        });
        return command;
    }
}
