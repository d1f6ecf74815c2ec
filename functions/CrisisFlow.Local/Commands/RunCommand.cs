using System.CommandLine;
using System.Net.Sockets;
using CrisisFlow.Local.Hosting;
using CrisisFlow.Local.Storage;

namespace CrisisFlow.Local.Commands;

/// <summary>Watches what settings name, until it is stopped.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var (file, set) = (SettingsFile.File(), SettingsFile.Set());
        var data = new Option<string>("--data")
        {
            Description = "Folder for the database, the link key and the outbox.",
            DefaultValueFactory = _ => "data",
            HelpName = "FOLDER",
        };
        var command = new Command("run", "Monitors the sources in the settings file, raises warnings and runs cases.")
        {
            file,
            set,
            data,
        };
        command.SetAction(
            async (parse, cancellation) =>
            {
                var loaded = SettingsFile.Check(parse.GetRequiredValue(file), parse.GetValue(set) ?? []);
                foreach (var problem in loaded.Problems)
                    await Console.Error.WriteLineAsync(problem.ToString());
                if (!loaded.MayStart)
                    return Output.Wrong;
                try
                {
                    await using var host = await LocalCrisisFlow.StartAsync(
                        new LocalOptions
                        {
                            Settings = loaded.Settings,
                            Playbooks = loaded.Playbooks,
                            DataFolder = parse.GetRequiredValue(data),
                        },
                        cancellation
                    );
                    Console.WriteLine($"CrisisFlow: open {host.Address}");
                    await host.WaitAsync(cancellation);
                    return 0;
                }
                catch (SocketException e)
                {
                    return Output.Fail(
                        $"site.listen '{loaded.Settings.Site.Listen}' cannot be listened on: {e.Message}."
                    );
                }
            }
        );
        return command;
    }
}
