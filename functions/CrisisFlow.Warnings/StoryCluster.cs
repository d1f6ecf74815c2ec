using CrisisFlow.Warnings.Buckets;

namespace CrisisFlow.Warnings;

/// <summary>Samples of a window that tell one story.</summary>
internal sealed class StoryCluster(StoryKey key, StorySample first)
{
    public StoryKey Key { get; private set; } = key;

    /// <summary>Most severe first.</summary>
    public List<StorySample> Samples { get; } = [first];

    public double Severity => Samples[0].Severity;

    public int Mentions => Samples.Sum(sample => sample.Mentions);

    public int HotList => Samples.Sum(sample => sample.HotList);

    /// <summary>
    /// Hot-list entries by what their rank is worth: 1 at the top, 0.2 at the bottom of fifty, 0.5 when it is not
    /// known.
    /// </summary>
    public double HotListWorth =>
        Samples.Sum(sample =>
            sample.HotList * (sample.Rank is { } rank ? Math.Clamp((51 - rank) / 50.0, 0.2, 1) : 0.5)
        );

    public int News => Samples.Sum(sample => sample.News);

    /// <summary>The window's stories by what they tell; those without a risk are one.</summary>
    public static List<StoryCluster> Of(MinuteBucket window, Func<StorySample, StoryKey> keyOf)
    {
        var clusters = new List<StoryCluster>();
        foreach (var sample in window.Stories)
        {
            var key = keyOf(sample);
            var home = clusters.Find(cluster => cluster.Key.SameStory(key));
            if (home is null)
                clusters.Add(new StoryCluster(key, sample));
            else
                home.Take(key, sample);
        }
        return clusters;
    }

    private void Take(StoryKey key, StorySample sample)
    {
        Key = Key.Join(key);
        Samples.Add(sample);
    }
}
