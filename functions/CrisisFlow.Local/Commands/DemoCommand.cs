using System.CommandLine;
using CrisisFlow.Local.Demo;
using CrisisFlow.Local.Hosting;
using CrisisFlow.Runtime.Playbooks;

namespace CrisisFlow.Local.Commands;

/// <summary>Replays a made-up crisis of three days in about three minutes; people's parts are left to whoever clicks.</summary>
internal static class DemoCommand
{
    private const double Pace = 1440;

    public static Command Create()
    {
        var address = new Option<string>("--address") { Description = "Address to listen on.", DefaultValueFactory = _ => "http://localhost:7071", HelpName = "URL" };
        var data = new Option<string>("--data") { Description = "Folder for the demo's data; emptied at start.", DefaultValueFactory = _ => Path.Combine("data", "demo"), HelpName = "FOLDER" };
        var speed = new Option<double>("--speed") { Description = "Seconds of the story per real second, 1 to 100000.", DefaultValueFactory = _ => Pace, HelpName = "N" };
        var command = new Command("demo", "Replays a made-up brand's three-day crisis in about three minutes. Open the address, click the links of the mails, or let nobody answer.") { address, data, speed };
        command.SetAction((parse, cancellation) => Uri.TryCreate(parse.GetRequiredValue(address), UriKind.Absolute, out var url) && url.Scheme is "http"
            ? RunAsync(url, parse.GetRequiredValue(data), Math.Clamp(parse.GetValue(speed), 1, 100_000), cancellation)
            : Task.FromResult(Output.Fail($"--address '{parse.GetValue(address)}' is not an address like http://localhost:7071.")));
        return command;
    }

    private static async Task<int> RunAsync(Uri address, string data, double speed, CancellationToken cancellation)
    {
        if (Directory.Exists(data))
        {
            // Only ever a folder that a demo made.
            if (!File.Exists(Path.Combine(data, Marker))) return Output.Fail($"The folder {data} was not made by the demo; name another one with --data.");
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
            cancellation);
        Console.WriteLine($"CrisisFlow's demo: open {host.Address}");
        Console.WriteLine("Three days run in about three minutes. Mails lie under /outbox; click their links, or watch what happens when nobody does. Ctrl+C ends it.");
        await new DemoProgress(host, archive, clock).RunAsync(host.Stopping);
        return 0;
    }

    private const string Marker = ".crisisflow-demo";
}
