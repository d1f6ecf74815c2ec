using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Parts;
using CrisisFlow.Presentation.Wording;
using CrisisFlow.Web.Cases;

namespace CrisisFlow.Web.Links;

/// <summary>The whole text that is being approved, what it rests on, and two buttons.</summary>
internal static class ApprovalForm
{
    /// <summary>The open round and version this link belongs to; null when the link is out of date.</summary>
    public static (ApprovalRound Round, ApprovalStage Stage, StatementVersion Version)? Find(LinkVisit visit)
    {
        foreach (var round in visit.File.Rounds)
        foreach (var stage in round.Stages)
            if (
                stage.Task.Value == visit.Link.Step
                && round.Hash == visit.Link.Hash
                && visit.File.VersionOf(round.Version) is { } version
            )
                return (round, stage, version);
        return null;
    }

    public static Html Show(LinkVisit visit, Fields sent)
    {
        if (Find(visit) is not { } found)
            return Html.Empty;
        var (viewer, file, t) = (visit.Viewer, visit.File, visit.Viewer.T);
        var before = file.Versions.LastOrDefault(version => version.Number < found.Version.Number);
        var channels = string.Join(
            t["list.separator"],
            file.Playbook.Execution.Channels.Select(channel => CasePart.Channel(viewer, channel))
        );
        var title = CasePart.Local(viewer, found.Stage.Title);
        var author = found.Version.Author is { } by ? file.NameOf(by) : "";
        var changes = before is null
            ? Html.Empty
            : Html.Of(
                $"""
                <section class="card"><h2>{t["draft.changes", before.Number]}</h2>
                {StatementVersions.Changes(viewer, before, found.Version)}</section>
                """
            );
        return Html.Of(
                $"""
            <section class="card"><h2>{t["approval.text", found.Version.Number]}
            {CasePart.Hash(found.Version.Hash)}</h2>
            <p class="soft">{t["approval.by", author]} ·
            {viewer.Stamp(found.Version.At)} · {t["approval.goes", channels]}</p>
            <p><a href="#decide">{t["approval.down"]}</a></p>
            {CasePart.Version(viewer, found.Version)}
            <p class="soft">{t["approval.hash"]} <span class="hash">{found.Version.Hash}</span></p></section>
            <section class="card" id="decide">{visit.Form(Html.Of($"""
            <p>{t["approval.stage", title, found.Stage.Approvals, found.Stage.Needed]}</p>
            {LinkVisit.Area("comment", t["approval.comment"], sent["comment"], 4_000)}
            <div class="buttons"><button name="decision" value="approve">{t["approval.approve"]}</button>
            <button class="bad" name="decision" value="reject">{t["approval.reject"]}</button></div>
            """))}</section>
            {Decisions.Show(viewer, file, found.Round)}
            {changes}
            """
            )
            + CasePart.FactsCard(viewer, file)
            + SubjectPart.Card(viewer, file);
    }

    public static Asked Read(LinkVisit visit, Fields sent, DateTimeOffset now)
    {
        var t = visit.Viewer.T;
        if (Find(visit) is not { } found)
            return new Asked.Problem(t["CaseRefusal.OtherVersion"]);
        var comment = sent.Text("comment");
        return sent["decision"] switch
        {
            "approve" => Decided(
                new CaseCommand.Approve(now, visit.Person.Id, found.Round.Number, visit.Link.Hash, comment)
            ),
            "reject" when comment.Length == 0 => new Asked.Problem(t["approval.comment.missing"]),
            "reject" => Decided(
                new CaseCommand.Reject(now, visit.Person.Id, found.Round.Number, visit.Link.Hash, comment)
            ),
            _ => new Asked.Problem(t["approval.choose"]),
        };

        Asked Decided(CaseCommand command) => new Asked.Command(command, LinkForms.Signal(visit, "decide"));
    }
}
