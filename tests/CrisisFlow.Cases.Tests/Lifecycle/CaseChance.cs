using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Testing.Cases;
using CrisisFlow.Warnings;
using static CrisisFlow.Testing.Cases.SampleCase;

namespace CrisisFlow.Cases.Tests.Lifecycle;

/// <summary>Commands that people might give, right and wrong.</summary>
internal static class CaseChance
{
    public static CaseCommand Next(Random random, CaseState.Open open, DateTimeOffset at)
    {
        var file = open.File;
        var by = Pick(random, file.Roster).Id;
        var task = file.OpenTasks.ToList() is { Count: > 0 } tasks ? Pick(random, tasks) : null;
        if (task is not null && random.Next(3) > 0)
            by = Pick(random, task.People);
        var round = file.Rounds.Count == 0 ? null : file.Rounds[Math.Max(0, file.Rounds.Count - 1 - random.Next(2))];
        var publication =
            file.Publications.LastOrDefault(p => p.State is PublicationState.Waiting)
            ?? file.Publications.LastOrDefault();
        return random.Next(31) switch
        {
            0 or 1 => new CaseCommand.DecideTriage(
                at,
                by,
                random.Next(8) == 0 ? TriageVerdict.Nothing : (TriageVerdict)random.Next(3)
            ),
            2 or 3 or 4 => new CaseCommand.RecordFact(
                at,
                by,
                task?.Kind == TaskKind.Fact ? task.Id : null,
                $"Fact {random.Next(50)}"
            ),
            5 or 6 or 7 => new CaseCommand.DraftStatement(at, by, TextsSaying($"Text {random.Next(20)}")),
            8 or 9 or 10 or 11 or 12 => new CaseCommand.Approve(at, by, round?.Number ?? 1, round?.Hash ?? Hash),
            13 => new CaseCommand.Reject(at, by, round?.Number ?? 1, round?.Hash ?? Hash, "No."),
            14 or 15 or 16 when publication is not null => new CaseCommand.RecordPublication(
                at,
                publication.Id,
                "done"
            ),
            17 when publication is not null => new CaseCommand.RecordPublicationFailure(at, publication.Id, "gone"),
            18 or 19 => new CaseCommand.CompleteTask(at, by, task?.Id ?? new TaskId("none")),
            20 => new CaseCommand.RecordMeasurement(
                at,
                file.Measurements.Count,
                Talked("08:00", 100, 50, 60),
                Talked("09:00", 100, random.Next(100), random.Next(100))
            )
            {
                Course = new EffectCourse(random.Next(300), random.Next(300), random.Next(5), random.Next(3)),
            },
            21 when random.Next(4) == 0 => new CaseCommand.FlareUp(at, null, (Level)random.Next(5), 80, "Again."),
            22 => new CaseCommand.Regrade(at, null, (Level)random.Next(5), ""),
            23 when random.Next(3) == 0 => new CaseCommand.HandOver(
                at,
                by,
                by,
                random.Next(2) == 0
                    ? Pick(random, file.Roster)
                    : SamplePeople.Of(new PersonId($"new{random.Next(9)}"), "New"),
                random.Next(2) == 0 ? task?.Id : null
            ),
            24 => new CaseCommand.AddNote(at, by, $"Note {random.Next(9)}"),
            25 => new CaseCommand.ReleaseHolding(at, by),
            26 => new CaseCommand.WriteReview(at, by, "Learned."),
            27 when random.Next(20) == 0 => new CaseCommand.Stop(at, by, "Enough."),
            28 => new CaseCommand.Close(at, by, ""),
            29 => new CaseCommand.DecideSetback(at, by, random.Next(2) == 0),
            _ => new CaseCommand.PassTime(at),
        };
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
