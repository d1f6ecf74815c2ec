using CrisisFlow.Cases;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Local.Commands;
using CrisisFlow.Local.Hosting;
using CrisisFlow.Local.Storage;
using CrisisFlow.Mail;
using CrisisFlow.Response.Engine;
using CrisisFlow.Settings;
using CrisisFlow.Settings.Playbooks;
using CrisisFlow.Settings.Starting;
using CrisisFlow.Warnings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CrisisFlow.EndToEnd.Drills;

public sealed class Drill_from_the_command_line : IMailTransport, IDisposable
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero);

    private readonly string _data = Directory.CreateTempSubdirectory("crisisflow-drill").FullName;
    private readonly FakeTimeProvider _clock = new(Morning);
    private readonly List<MailMessage> _sent = [];

    private readonly CrisisFlowSettings _settings = new()
    {
        Brand = new() { Name = "澄果" },
        Site = new() { BaseUrl = new Uri("https://crisis.chengguo.example") },
        People =
        [
            new()
            {
                Id = "lin",
                Name = "林晓",
                Email = "lin@chengguo.example",
                Roles = [Role.Communications, Role.Administrator],
            },
            new()
            {
                Id = "he",
                Name = "何苗",
                Email = "he@chengguo.example",
                Roles = [Role.CustomerService, Role.Operations],
            },
            new()
            {
                Id = "kate",
                Name = "Kate Morgan",
                Email = "kate@chengguo.example",
                Roles = [Role.Leadership, Role.Legal],
            },
        ],
        Topics =
        [
            new()
            {
                Id = "rival",
                Name = "木木",
                Type = TopicType.Competitor,
                Match = "木木",
            },
            new()
            {
                Id = "chengguo",
                Name = "澄果",
                Match = "澄果 OR Chengguo",
            },
        ],
        Mail = new() { Transport = MailTransportKind.Smtp },
    };

    private Checked Loaded => new(_settings, [BuiltInPlaybook.Value], []);

    public Task<Delivery> SendAsync(MailMessage mail, CancellationToken cancellation = default)
    {
        _sent.Add(mail);
        return Task.FromResult<Delivery>(new Delivery.Delivered(mail.Id));
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact(Timeout = 120_000)]
    public async Task A_running_host_takes_a_drill_at_its_next_sweep_and_no_mail_leaves()
    {
        await using var host = await StartAsync();
        var (code, said) = await DrillAsync(level: "RED", story: "多地顾客称澄果果汁喝后腹泻\n<b>x</b>");
        Assert.Equal(0, code);
        var address = said.Split('\n')[0];
        Assert.StartsWith("https://crisis.chengguo.example/cases/", address);
        Assert.EndsWith("its mails stay internal: " + Path.Combine(_data, "drill-outbox"), said);

        await host.TickAsync();

        var record = await host
            .Services.GetRequiredService<CaseJournal>()
            .ReadAsync(new CaseId(address[(address.LastIndexOf('/') + 1)..]));
        Assert.NotNull(record);
        Assert.True(record.File.IsDrill);
        Assert.Equal(
            ("chengguo", Level.Red, "多地顾客称澄果果汁喝后腹泻 <b>x</b>"),
            (record.File.Subject.TopicId, record.File.Level, record.File.Subject.Story)
        );
        Assert.Empty(_sent);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(_data, "drill-outbox"), "*.eml"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Every_call_of_drill_opens_a_drill_of_its_own()
    {
        await using var host = await StartAsync();
        var first = await DrillAsync();
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotEqual(first.Said, (await DrillAsync()).Said);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("tea", "orange", "Settings name no topic 'tea'; there are: rival, chengguo.")]
    [InlineData(null, "none", "--level 'none' is none of blue, yellow, orange and red.")]
    [InlineData(null, "9", "--level '9' is none of blue, yellow, orange and red.")]
    [InlineData(null, "purple", "--level 'purple' is none of blue, yellow, orange and red.")]
    public async Task A_drill_that_cannot_be_opened_says_why(string? topic, string level, string sentence)
    {
        await using var host = await StartAsync();
        Assert.Equal((1, sentence), await DrillAsync(topic, level));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_drill_makes_nothing_where_no_host_ever_ran()
    {
        var nowhere = Path.Combine(_data, "nowhere");
        Assert.Equal(
            (
                1,
                $"There is no database {Path.Combine(nowhere, "crisisflow.db")}; "
                    + "start the host with 'run', or name its folder with --data."
            ),
            await DrillCommand.RunAsync(Loaded, nowhere, null, "orange", null, Morning, CancellationToken.None)
        );
        Assert.False(Directory.Exists(nowhere));
    }

    private Task<(int Code, string Said)> DrillAsync(
        string? topic = null,
        string level = "orange",
        string? story = null
    ) => DrillCommand.RunAsync(Loaded, _data, topic, level, story, _clock.GetUtcNow(), CancellationToken.None);

    private Task<LocalCrisisFlow> StartAsync() =>
        LocalCrisisFlow.StartAsync(
            new LocalOptions
            {
                Settings = _settings,
                Playbooks = Loaded.Playbooks,
                DataFolder = _data,
                Time = _clock,
                Listen = "http://127.0.0.1:0",
                RunStages = false,
                Mail = this,
                LogLevel = LogLevel.Warning,
            }
        );
}
