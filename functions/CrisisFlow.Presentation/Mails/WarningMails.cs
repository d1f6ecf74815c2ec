using System.Globalization;
using CrisisFlow.Cases;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Mail;
using CrisisFlow.Presentation.Parts;
using CrisisFlow.Presentation.Wording;
using CrisisFlow.Settings;
using CrisisFlow.Warnings;

namespace CrisisFlow.Presentation.Mails;

/// <summary>Writes the mails of warnings: raised, changed, cleared, and those that quiet hours held back.</summary>
public sealed class WarningMails(MailLinks links, CrisisFlowSettings settings)
{
    /// <returns>
    /// Null for events nobody is mailed about: something held back, a silence, a mail held by quiet hours.
    /// </returns>
    public MailMessage? Write(WarningEvent happened, TopicId topic, Person to, DateTimeOffset now)
    {
        var viewer = Viewer.ForMail(settings, to, now);
        var t = viewer.T;
        var name = settings.Topics.Find(one => one.Id == topic.Value) is { Name.Length: > 0 } known
            ? known.Name
            : topic.Value;
        var told = happened switch
        {
            WarningEvent.Raised { Mail: true } e => new Told(
                "Raised",
                e.Warning,
                e.Level,
                e.Index,
                e.Reason,
                e.Story,
                t[
                    e.Reason == WarningReason.Bundled ? "warning.bundled"
                    : e.From == Level.None ? "warning.raised"
                    : "warning.up",
                    t.Of(e.Level),
                    viewer.Number(e.Index)
                ],
                e.Terms,
                e.Evidence
            ),
            WarningEvent.Changed e => new Told(
                "Changed",
                e.Warning,
                e.Level,
                e.Index,
                e.Reason,
                e.Story,
                t["warning.down", t.Of(e.From), t.Of(e.Level), viewer.Number(e.Index)],
                e.Terms,
                e.Evidence
            ),
            WarningEvent.Cleared e => new Told(
                "Cleared",
                e.Warning,
                Level.None,
                e.Index,
                e.Reason,
                e.Story,
                e.Reason == WarningReason.Dismissed
                    ? t["warning.dismissed", e.By ?? ""]
                    : t["warning.clear", viewer.Number(e.Index)],
                [],
                []
            )
            {
                Held = e.Held,
            },
            WarningEvent.MailDue e => new Told(
                "Raised",
                e.Warning,
                e.Level,
                e.Index,
                e.Cause ?? e.Reason,
                e.Story,
                t["warning.maildue", t.Of(e.Level)],
                e.Terms ?? [],
                e.Evidence ?? []
            )
            {
                Held = e.Held,
            },
            _ => null,
        };
        if (told is null)
            return null;

        var blocks = new List<MailBlock>
        {
            new MailBlock.Quote(told.Story),
            new MailBlock.Say(t["mail.what", viewer.Full(happened.At), told.Sentence]),
        };
        if (told.Held is { } held)
            blocks.Add(new MailBlock.Say(SubjectPart.Night(viewer, held)));
        if (happened is WarningEvent.Cleared { Reason: WarningReason.Dismissed, Why: { Length: > 0 } why } dismissed)
        {
            blocks.Add(new MailBlock.Quote(why));
            if (DismissalPart.Quiet(viewer, dismissed.From, settings) is { Length: > 0 } quiet)
                blocks.Add(new MailBlock.Say(quiet));
        }
        else
        {
            blocks.Add(new MailBlock.Say(t["mail.warning.reason", t.Of(told.Reason)]));
            var many = happened switch
            {
                WarningEvent.Raised e => e.Flood,
                WarningEvent.MailDue e => e.Flood,
                _ => null,
            };
            if (many is { } flood)
                blocks.Add(new MailBlock.Say(FloodPart.Text(viewer, flood) + t["sentence.end"]));
        }
        blocks.Add(new MailBlock.Say(t["mail.why.warning", to.Name, name]));
        blocks.Add(new MailBlock.Say(t[told.Level >= Level.Orange ? "mail.warning.case" : "mail.nothing"]));
        blocks.Add(new MailBlock.Button(t["mail.button.Warning"], links.Warning(topic, to, now)));
        var dismissible = happened is WarningEvent.Raised or WarningEvent.MailDue;
        if (dismissible)
            blocks.Add(new MailBlock.Button(t["mail.button.Dismissal"], links.Dismissal(topic, told.Warning, to, now)));
        if (told.Terms.Count > 0)
        {
            blocks.Add(new MailBlock.Heading(t["sum.title"]));
            blocks.Add(CaseMailParts.Sum(viewer, told.Index, SubjectPart.Rows(told.Terms)));
        }

        if (told.Evidence.Count > 0)
        {
            blocks.Add(new MailBlock.Heading(t["evidence.title"]));
            blocks.Add(
                new MailBlock.Items([
                    .. told.Evidence.Select(one =>
                        (
                            one.Title,
                            one.Url,
                            (one.Source is { Length: > 0 } source ? source + " · " : "")
                                + SubjectPart.Told(viewer, one)
                                + (one.Rank is { } rank ? " · " + t["evidence.rank", rank] : "")
                        )
                    ),
                ])
            );
        }

        blocks.Add(
            new MailBlock.Small(
                t[
                    dismissible ? "mail.foot" : "mail.foot.warning",
                    viewer.Time(now + settings.Links.Lifetime),
                    viewer.ZoneName(now)
                ]
            )
        );
        // The subject shows whether it was raised or lowered: at night that is all anyone reads.
        var title = t[
            "mail.warning.title",
            name,
            happened switch
            {
                WarningEvent.Changed => t["mail.warning.down", t.Of(told.Level)],
                WarningEvent.Raised { Reason: WarningReason.Bundled } => t["mail.warning.bundled", t.Of(told.Level)],
                WarningEvent.Raised { From: > Level.None } => t["mail.warning.up", t.Of(told.Level)],
                WarningEvent.Cleared { Reason: WarningReason.Dismissed } => t["mail.warning.dismissed"],
                WarningEvent.Cleared { Held: { } was } => t["mail.warning.over", t.Of(was.Highest)],
                WarningEvent.Cleared => t["warning.cleared"],
                WarningEvent.MailDue { Held: { } was } e when was.Highest > e.Level => t[
                    "mail.warning.sank",
                    t.Of(e.Level),
                    t.Of(was.Highest)
                ],
                _ => t.Of(told.Level),
            }
        ];
        return new MailMessage(
            string.Create(
                CultureInfo.InvariantCulture,
                $"warning.{told.Warning}.{told.Kind}.{told.Level}.{happened.At.UtcTicks}.{to.Id}"
            ),
            new MailAddress(settings.Mail.From, settings.Mail.FromName),
            new MailAddress(to.Email, to.Name),
            t["mail.warning.subject", title, told.Story],
            MailFrame.ToHtml(t, settings.Brand.Name, told.Level, title, blocks),
            MailFrame.ToText(t, settings.Brand.Name, told.Level, title, blocks),
            Thread: "warning." + told.Warning
        );
    }

    private sealed record Told(
        string Kind,
        string Warning,
        Level Level,
        double Index,
        WarningReason Reason,
        string Story,
        string Sentence,
        IReadOnlyList<Term> Terms,
        IReadOnlyList<WarningEvidence> Evidence
    )
    {
        /// <summary>What was held back until now; null when nothing was.</summary>
        public HeldNews? Held { get; init; }
    }
}
