using System.CommandLine;
using System.Globalization;
using CrisisFlow.Local.Demo;
using CrisisFlow.Local.Hosting;
using CrisisFlow.Local.Storage;
using CrisisFlow.Settings.Playbooks;

namespace CrisisFlow.Local.Commands;

/// <summary>
/// Replays a made-up crisis of three days in about three minutes; the visitor plays the people's parts by clicking.
/// </summary>
internal static class DemoCommand
{
    private const double Pace = 1440;

    private const double Slowest = 1;

    private const double Fastest = 100_000;

    private const string Marker = ".crisisflow-demo";

    private static readonly TimeSpan Story = TimeSpan.FromDays(3);

    public static Command Create()
    {
        var address = new Option<string>("--address")
        {
            Description = "Address to listen on.",
            DefaultValueFactory = _ => "http://localhost:7071",
            HelpName = "URL",
        };
        var data = new Option<string>("--data")
        {
            Description = "Folder for the demo's data; emptied at start.",
            DefaultValueFactory = _ => Path.Combine("data", "demo"),
            HelpName = "FOLDER",
        };
        var speed = NumberOption.Create("--speed", "Seconds of the story per real second, 1 to 100000.", Pace);
        var command = new Command(
            "demo",
            "Replays a made-up brand's three-day crisis in about three minutes. Open the address, click the links "
                + "in the mails, or let nobody answer."
        )
        {
            address,
            data,
            speed,
        };
        command.SetAction(
            (parse, cancellation) =>
            {
                if (
                    !Uri.TryCreate(parse.GetRequiredValue(address), UriKind.Absolute, out var url)
                    || url.Scheme is not "http"
                )
                    return Task.FromResult(
                        Output.Fail(
                            $"--address '{parse.GetValue(address)}' is not an address like http://localhost:7071."
                        )
                    );
                return parse.GetValue(speed) is >= Slowest and <= Fastest and var pace
                    ? RunAsync(url, parse.GetRequiredValue(data), pace, cancellation)
                    : Task.FromResult(
                        Output.Fail(
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"--speed is {parse.GetValue(speed)}; it must lie between {Slowest} and {Fastest}."
                            )
                        )
                    );
            }
        );
        return command;
    }

    private static async Task<int> RunAsync(Uri address, string data, double speed, CancellationToken cancellation)
    {
        if (Directory.Exists(data))
        {
            // Only ever a folder that a demo made.
            if (!File.Exists(Path.Combine(data, Marker)))
                return Output.Fail($"The folder {data} was not made by the demo; name another one with --data.");
            // And never one that another demo is running in.
            DataFolder.Take(data).Dispose();
            Directory.Delete(data, recursive: true);
        }

        DataFolder.Create(data);
        await File.WriteAllTextAsync(Path.Combine(data, Marker), "", cancellation);
        var start = new DemoArchive().Start - TimeSpan.FromMinutes(10);
        var clock = new DemoClock(start, speed);
        var archive = new DemoArchive(clock.Time);
        await using var host = await LocalCrisisFlow.StartAsync(
            new LocalOptions
            {
                Settings = DemoSettings.Create(address),
                Playbooks = [BuiltInPlaybook.Value],
                DataFolder = data,
                Time = clock.Time,
                Listen = address.ToString(),
                AlsoPoll = archive.PollAsync,
                OnRequest = clock.Sees,
                LogLevel = LogLevel.Warning,
            },
            cancellation
        );
        Console.WriteLine($"CrisisFlow's demo: open {host.Address}");
        Console.WriteLine(
            $"Three days run in about {Lasts(Story / speed)}. Mails are under /outbox; click their links, or watch "
                + "what happens when nobody does. Press Ctrl+C to stop."
        );
        await new DemoProgress(host, archive, clock).RunAsync(host.Stopping);
        return 0;
    }

    private static string Lasts(TimeSpan time) =>
        time switch
        {
            { TotalHours: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0} hours"),
            { TotalMinutes: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} minutes"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds):0} seconds"),
        };
}
