using CrisisFlow.Cases.Lifecycle;
using static CrisisFlow.Testing.Cases.SampleCase;
using static CrisisFlow.Testing.Cases.SamplePeople;

namespace CrisisFlow.Cases.Tests.Lifecycle;

public sealed class One_mail_a_step
{
    private static readonly CaseAction Publish = new CaseAction.Publish(
        new ActionId("publish-v1"),
        new PublicationId("v1"),
        1,
        "webhook",
        Language.En
    );

    private static CaseAction.SendMail Mail(long number, PersonId to, MailKind kind, string task) =>
        new(new ActionId($"mail-{number:D6}-{to}"), kind, to, number, new TaskId(task));

    [Fact]
    public void One_mail_a_step_takes_in_everything_for_the_same_person_under_the_first_ones_id()
    {
        var together = CaseDecider.Together([
            Mail(3, Kim, MailKind.TaskAsked, "a"),
            Publish,
            Mail(3, Olga, MailKind.TaskAsked, "a"),
            Mail(4, Kim, MailKind.TaskAsked, "b"),
            Mail(5, Kim, MailKind.Regraded, "c"),
        ]);
        Assert.Equal(["mail-000003-kim", "publish-v1", "mail-000003-olga"], together.Select(e => e.Id.Value));
        var kim = (CaseAction.SendMail)together[0];
        Assert.Equal(
            [
                Mail(3, Kim, MailKind.TaskAsked, "a"),
                Mail(4, Kim, MailKind.TaskAsked, "b") with
                {
                    Id = kim.Id,
                },
                Mail(5, Kim, MailKind.Regraded, "c") with
                {
                    Id = kim.Id,
                },
            ],
            kim.Matters
        );
        Assert.Null(((CaseAction.SendMail)together[2]).Also);
    }

    [Fact]
    public void One_mail_a_step_reads_back_as_written_and_so_does_one_of_the_past()
    {
        var mail = CaseDecider.Together([Mail(3, Kim, MailKind.TaskAsked, "a"), Mail(4, Kim, MailKind.Reminder, "b")])[
            0
        ];
        Assert.Equal(CaseJson.Write(mail), CaseJson.Write(CaseJson.ReadAction(CaseJson.Write(mail))));
        const string past =
            """{"effect":"send-mail","kind":"TaskAsked","to":"kim","event":3,"task":"a","id":"mail-000003-kim"}""";
        Assert.Equal(Mail(3, Kim, MailKind.TaskAsked, "a"), CaseJson.ReadAction(past));
    }

    [Fact]
    public void One_mail_a_step_is_wanted_while_anything_in_it_is()
    {
        var history = new CaseCommand[]
        {
            Open(),
            new CaseCommand.DecideTriage(At("09:10"), Cara, TriageVerdict.Confirmed),
        };
        var mail = (CaseAction.SendMail)
            CaseDecider.Together([
                Mail(6, Olga, MailKind.TaskAsked, "fact-cause-1"),
                Mail(7, Olga, MailKind.TaskAsked, "fact-numbers-1"),
            ])[0];
        var open = After(history);
        Assert.True(CaseDecider.StillWanted(open, mail));
        Assert.False(CaseDecider.StillWanted(open, mail.Matters.Last()));
        var done = After([
            .. history,
            new CaseCommand.RecordFact(At("09:20"), Olga, new TaskId("fact-cause-1"), "A relay overheats."),
        ]);
        Assert.False(CaseDecider.StillWanted(done, mail));
    }
}
