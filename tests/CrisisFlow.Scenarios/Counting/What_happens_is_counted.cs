using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CrisisFlow.App.Telemetry;
using CrisisFlow.Scenarios.Driver;

namespace CrisisFlow.Scenarios.Counting;

/// <summary>Metrics carry the same words that are stored and shown, and nothing that came from outside.</summary>
public sealed class What_happens_is_counted
{
    [Fact(Timeout = 240_000)]
    public async Task Mentions_warnings_mails_and_stages_are_counted_by_closed_words()
    {
        // The meter is the process's own: other tests count on it at the same time.
        var ours = new AsyncLocal<bool> { Value = true };
        var counted = new ConcurrentBag<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, me) =>
            {
                if (instrument.Meter.Name == ProductTelemetry.Name)
                    me.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Count(instrument, tags));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Count(instrument, tags));
        listener.Start();

        await using var app = await DemoDays.StartAsync();
        await app.UntilCaseAsync();

        Assert.Contains("mentions.stored topic=chengguo", counted);
        Assert.Contains(
            counted,
            line =>
                line.StartsWith("warnings topic=chengguo kind=raised level=Orange reason=", StringComparison.Ordinal)
        );
        Assert.Contains("mails kind=warning outcome=Delivered", counted);
        Assert.Contains("mails kind=case outcome=Delivered", counted);
        Assert.Contains("stage.duration stage=evaluate outcome=ok", counted);
        Assert.Contains("stage.duration stage=poll outcome=ok", counted);
        Assert.DoesNotContain(
            counted,
            line => line.Contains("/l/", StringComparison.Ordinal) || line.Contains('@', StringComparison.Ordinal)
        );

        void Count(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (ours.Value)
                counted.Add(Line(instrument, tags));
        }
    }

    private static string Line(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var line = instrument.Name;
        foreach (var (name, value) in tags)
            line += $" {name}={value}";
        return line;
    }
}
