using System.Globalization;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Core.Deciding;

namespace CrisisFlow.Cases.Lifecycle;

internal static class Publishing
{
    /// <summary>Plan id of the task that a failed publication makes.</summary>
    public const string ByHand = "publish-by-hand";

    /// <summary>Each text once, in the order of the playbook's channels.</summary>
    public static void Request(Turn turn, StatementVersion version)
    {
        var order = turn.File.Playbook.Execution.Channels;
        foreach (
            var text in version
                .Texts.OrderBy(t => Position(order, t.Channel))
                .ThenBy(t => t.Channel, StringComparer.Ordinal)
                .ThenBy(t => t.Language)
        )
        {
            var prefix = version.Number == StatementVersion.Holding ? "holding" : $"v{version.Number}";
            turn.Add(
                new CaseEvent.PublicationRequested(
                    turn.At,
                    new PublicationId($"{prefix}-{text.Channel}-{text.Language.Code}"),
                    version.Number,
                    version.Hash,
                    text.Channel,
                    text.Language
                )
            );
        }
    }

    public static CaseDecision Decide(CaseCommand.RecordPublication command, CaseState state) =>
        Answer(
            command.Publication,
            command.At,
            state,
            (turn, _) => turn.Add(new CaseEvent.Published(turn.At, command.Publication, command.Receipt))
        );

    public static CaseDecision Decide(CaseCommand.RecordPublicationFailure command, CaseState state) =>
        Answer(
            command.Publication,
            command.At,
            state,
            (turn, publication) =>
            {
                turn.Add(new CaseEvent.PublicationFailed(turn.At, command.Publication, command.Reason));
                if (turn.Phase is not null)
                    AskByHand(turn, publication, command.Reason);
            }
        );

    private static CaseDecision Answer(
        PublicationId id,
        DateTimeOffset at,
        CaseState state,
        Action<Turn, Publication> answer
    )
    {
        var turn = new Turn(state, at);
        if (turn.File.Publications.FirstOrDefault(p => p.Id == id) is not { } publication)
            return CaseDecision.Refuse(
                CaseRefusal.UnknownPublication,
                $"Case '{turn.File.Id}' requested no publication '{id}'."
            );
        if (publication.State is not PublicationState.Waiting)
            return CaseDecision.Nothing;
        answer(turn, publication);
        Executing.GoOnWhenDone(turn);
        return turn.Decision();
    }

    private static void AskByHand(Turn turn, Publication publication, string reason)
    {
        var playbook = turn.File.Playbook;
        var plan = new TaskPlan(
            ByHand,
            LocalText.Each(language =>
                string.Format(CultureInfo.InvariantCulture, language.PublishByHand, publication.Channel)
            ),
            LocalText.Each(language => string.Format(CultureInfo.InvariantCulture, language.PublishingFailed, reason)),
            playbook.Draft.Role,
            playbook.Execution.Due
        );
        Asking.Ask(
            turn,
            new TaskId($"publish-{publication.Id}"),
            TaskKind.Execution,
            plan,
            Asking.Whom(turn.File, plan.Role)
        );
    }

    private static int Position(IReadOnlyList<string> order, string channel)
    {
        for (var i = 0; i < order.Count; i++)
            if (order[i] == channel)
                return i;
        return order.Count;
    }
}
