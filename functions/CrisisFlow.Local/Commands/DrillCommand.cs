using System.CommandLine;
using CrisisFlow.App.Drills;
using CrisisFlow.Local.Storage;
using CrisisFlow.Presentation;
using CrisisFlow.Response.Engine;
using CrisisFlow.Settings;
using CrisisFlow.Settings.Starting;
using CrisisFlow.Storage;
using CrisisFlow.Warnings;

namespace CrisisFlow.Local.Commands;

/// <summary>
/// Opens a drill in the store of a running host: the whole response with people, and nothing leaves the house.
/// </summary>
internal static class DrillCommand
{
    public static Command Create()
    {
        var (file, set) = (SettingsFile.File(), SettingsFile.Set());
        var data = new Option<string>("--data")
        {
            Description = "Folder of the running host's data.",
            DefaultValueFactory = _ => "data",
            HelpName = "FOLDER",
        };
        var topic = new Option<string?>("--topic")
        {
            Description = "Id of the topic; default: the first own topic.",
            HelpName = "ID",
        };
        var level = new Option<string>("--level")
        {
            Description = "blue, yellow, orange or red.",
            DefaultValueFactory = _ => "orange",
            HelpName = "LEVEL",
        };
        var story = new Option<string?>("--story")
        {
            Description = "What the drill is about, one line.",
            HelpName = "TEXT",
        };
        const string about =
            "Opens a drill case; the running host picks it up at its next sweep. "
            + "Its mails and publications stay internal.";
        var command = new Command("drill", about) { file, set, data, topic, level, story };
        command.SetAction(
            async (parse, cancellation) =>
            {
                var loaded = SettingsFile.Check(parse.GetRequiredValue(file), parse.GetValue(set) ?? []);
                if (!loaded.MayStart)
                    return Output.Fail(string.Join(Environment.NewLine, loaded.Errors));
                using var output = Output.Open();
                var (code, said) = await RunAsync(
                    loaded,
                    parse.GetRequiredValue(data),
                    parse.GetValue(topic),
                    parse.GetRequiredValue(level),
                    parse.GetValue(story),
                    TimeProvider.System.GetUtcNow(),
                    cancellation
                );
                if (code != 0)
                    return Output.Fail(said);
                output.WriteLine(said);
                return 0;
            }
        );
        return command;
    }

    /// <returns>The exit code and the message.</returns>
    public static async Task<(int Code, string Said)> RunAsync(
        Checked loaded,
        string data,
        string? topic,
        string level,
        string? story,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        // By its name alone: "2", or "blue,yellow" for 1 + 2, is no level anybody means.
        var grade = Enum.GetValues<Level>()
            .FirstOrDefault(one => one.ToString().Equals(level, StringComparison.OrdinalIgnoreCase));
        if (grade == Level.None)
            return (Output.Wrong, $"--level '{level}' is none of blue, yellow, orange and red.");
        var database = Path.Combine(data, "crisisflow.db");
        if (!File.Exists(database))
            return (
                Output.Wrong,
                $"There is no database {database}; start the host with 'run', or name its folder with --data."
            );
        try
        {
            using var store = new SqliteEntityStore(database);
            await store.CreateTablesAsync(CaseTables.All, cancellation);
            return await new Drills(store, loaded.Playbooks, loaded.Settings).OpenAsync(
                topic,
                grade,
                story,
                now,
                cancellation
            ) switch
            {
                DrillOpening.Opened opened => (0, Told(loaded.Settings, data, opened)),
                DrillOpening.Refused refused => (Output.Wrong, refused.Why),
                _ => (Output.Wrong, ""),
            };
        }
        catch (StoreUnavailableException away)
        {
            return (Output.Wrong, away.Message);
        }
    }

    private static string Told(CrisisFlowSettings settings, string data, DrillOpening.Opened opened)
    {
        var paths = new SitePaths(settings.Site);
        var mails =
            settings.Mail.Transport == MailTransportKind.Outbox
                ? paths.Absolute(paths.Outbox)
                : Path.GetFullPath(Path.Combine(data, "drill-outbox"));
        return $"{paths.Absolute(paths.Case(opened.Case.Value))}\n"
            + $"Playbook '{opened.Playbook}'. The host picks up the drill at its next sweep; "
            + $"its mails stay internal: {mails}";
    }
}
