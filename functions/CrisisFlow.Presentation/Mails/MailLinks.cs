using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Settings;

namespace CrisisFlow.Presentation.Mails;

/// <summary>Makes the links of a case's mails: each for one person and one purpose.</summary>
public sealed class MailLinks(LinkSigner signer, CrisisFlowSettings settings)
{
    private readonly SitePaths _paths = new(settings.Site);

    /// <summary>Link to a task's form; an approval's link names the version's hash as well.</summary>
    public string Task(CaseFile file, CaseTask task, Person to, DateTimeOffset now) =>
        Absolute(
            new Link(
                LinkPurposes.Of(task.Kind),
                file.Id.Value,
                task.Id.Value,
                to.Id.Value,
                Hash(file, task),
                now + settings.Links.Lifetime
            )
        );

    /// <summary>Link to the case as a whole.</summary>
    public string Case(CaseFile file, Person to, DateTimeOffset now) =>
        Absolute(new Link(LinkPurpose.Case, file.Id.Value, "", to.Id.Value, "", now + settings.Links.Lifetime));

    /// <summary>Link to the talk track.</summary>
    public string TalkTrack(CaseFile file, Person to, DateTimeOffset now) =>
        Absolute(new Link(LinkPurpose.TalkTrack, file.Id.Value, "", to.Id.Value, "", now + settings.Links.Lifetime));

    /// <summary>Link to a topic's warnings, to read them.</summary>
    public string Warning(TopicId topic, Person to, DateTimeOffset now) =>
        Absolute(new Link(LinkPurpose.Warning, topic.Value, "", to.Id.Value, "", now + settings.Links.Lifetime));

    /// <summary>Link to the form that dismisses one warning.</summary>
    public string Dismissal(TopicId topic, string warning, Person to, DateTimeOffset now) =>
        Absolute(new Link(LinkPurpose.Dismissal, topic.Value, warning, to.Id.Value, "", now + settings.Links.Lifetime));

    private string Absolute(Link link) => _paths.Absolute(_paths.Link(signer.Write(link)));

    private static string Hash(CaseFile file, CaseTask task) =>
        file.Rounds.FirstOrDefault(round => round.Stages.Any(stage => stage.Task == task.Id))?.Hash ?? "";
}
