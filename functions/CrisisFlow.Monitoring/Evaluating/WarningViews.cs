using CrisisFlow.Core.Mentions;
using CrisisFlow.Warnings;

namespace CrisisFlow.Monitoring.Evaluating;

/// <summary>Folds events into the views of the warnings they touch.</summary>
internal sealed class WarningViews(TopicId topic)
{
    private readonly Dictionary<string, WarningView?> _views = new(StringComparer.Ordinal);

    public IEnumerable<WarningView> All => _views.Values.OfType<WarningView>();

    /// <summary>The warning an event is about; null when it is about none.</summary>
    public static string? IdOf(WarningEvent happened) =>
        happened switch
        {
            WarningEvent.Raised e => e.Warning,
            WarningEvent.Changed e => e.Warning,
            WarningEvent.Cleared e => e.Warning,
            _ => null,
        };

    public bool Has(string id) => _views.ContainsKey(id);

    public void Load(string id, WarningView? view) => _views[id] = view;

    public void Add(WarningEvent happened)
    {
        if (IdOf(happened) is not { } id)
            return;
        var before = _views.GetValueOrDefault(id);
        _views[id] = happened switch
        {
            // A story that was added to a warning does not take its place.
            WarningEvent.Raised { Reason: WarningReason.Bundled } e when before is not null => before with
            {
                Changed = e.At,
                Reasons = Reasons(before, e.Reason),
                Evidence = [.. before.Evidence, .. e.Evidence.Take(1)],
            },
            WarningEvent.Raised e => new WarningView(
                id,
                topic,
                e.Level,
                Max(before?.Highest, e.Level),
                e.Index,
                e.Story,
                before?.Since ?? e.At,
                e.At,
                null,
                Reasons(before, e.Reason),
                e.Terms,
                e.Evidence
            )
            {
                Flood = e.Flood,
            },
            WarningEvent.Changed e => before is null
                ? null
                : before with
                {
                    Level = e.Level,
                    Index = e.Index,
                    Changed = e.At,
                    Reasons = Reasons(before, e.Reason),
                    Terms = e.Terms,
                    Evidence = e.Evidence,
                },
            WarningEvent.Cleared e => before is null
                ? null
                : before with
                {
                    Level = Level.None,
                    Index = e.Index,
                    Changed = e.At,
                    Cleared = e.At,
                    Reasons = Reasons(before, e.Reason),
                    DismissedBy = e.Reason == WarningReason.Dismissed ? e.By : null,
                    DismissedWhy = e.Reason == WarningReason.Dismissed ? e.Why : null,
                },
            _ => before,
        };
    }

    private static Level Max(Level? a, Level b) => a > b ? a.Value : b;

    private static List<WarningReason> Reasons(WarningView? before, WarningReason reason) =>
        [.. before?.Reasons ?? [], reason];
}
