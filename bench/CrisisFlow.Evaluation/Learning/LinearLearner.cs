using CrisisFlow.Scoring.Tone;

namespace CrisisFlow.Evaluation.Learning;

/// <summary>
/// Linear model over hashed n-grams: squared hinge loss with L2, by dual coordinate descent (Hsieh et al. 2008),
/// features scaled by
/// naive-Bayes log-count ratios (Wang and Manning 2012). One thread and a fixed order: the same input gives the same
/// bits.
/// </summary>
internal static class LinearLearner
{
    public static float[] Learn(NgramExamples examples, IReadOnlyList<int> rows, NgramSettings settings)
    {
        const int tableSize = SentimentNgrams.TableSize;
        var scale = Scale(examples, rows, settings);
        var weights = new float[tableSize];
        var alpha = new float[rows.Count];
        var norms = new float[rows.Count];
        for (var k = 0; k < rows.Count; k++)
        {
            var (slots, values) = (examples.Slots[rows[k]], examples.Values[rows[k]]);
            var sum = 0f;
            for (var j = 0; j < slots.Length; j++)
            {
                var x = values[j] * scale[slots[j]];
                sum += x * x;
            }
            norms[k] = sum;
        }
        var order = Enumerable.Range(0, rows.Count).ToArray();
        var state = 0x9E3779B97F4A7C15UL;
        for (var epoch = 0; epoch < settings.Epochs; epoch++)
        {
            Shuffle(order, ref state);
            foreach (var k in order)
            {
                var row = rows[k];
                var (slots, values) = (examples.Slots[row], examples.Values[row]);
                float y = examples.Labels[row];
                var diagonal = 0.5f / (settings.Cost * examples.Weights[row]);
                var margin = 0f;
                for (var j = 0; j < slots.Length; j++)
                    margin += weights[slots[j]] * values[j] * scale[slots[j]];
                var gradient = y * margin - 1 + diagonal * alpha[k];
                var next = Math.Max(0, alpha[k] - gradient / (norms[k] + diagonal));
                var step = (next - alpha[k]) * y;
                alpha[k] = next;
                if (step == 0)
                    continue;
                for (var j = 0; j < slots.Length; j++)
                    weights[slots[j]] += step * values[j] * scale[slots[j]];
            }
        }
        for (var s = 0; s < tableSize; s++)
            weights[s] *= scale[s];
        return weights;
    }

    public static float Margin(NgramExamples examples, int row, float[] weights)
    {
        var (slots, values) = (examples.Slots[row], examples.Values[row]);
        var margin = 0f;
        for (var j = 0; j < slots.Length; j++)
            margin += weights[slots[j]] * values[j];
        return margin;
    }

    private static float[] Scale(NgramExamples examples, IReadOnlyList<int> rows, NgramSettings settings)
    {
        const int tableSize = SentimentNgrams.TableSize;
        var positive = new int[tableSize];
        var negative = new int[tableSize];
        foreach (var row in rows)
        {
            var counts = examples.Labels[row] > 0 ? positive : negative;
            foreach (var slot in examples.Slots[row])
                counts[slot]++;
        }
        var (allPositive, allNegative) = (
            rows.Count(r => examples.Labels[r] > 0),
            rows.Count(r => examples.Labels[r] < 0)
        );
        var scale = new float[tableSize];
        for (var s = 0; s < tableSize; s++)
        {
            if (positive[s] + negative[s] < settings.MinTexts)
                continue;
            var ratio = MathF.Log((positive[s] + 1f) / (allPositive + 2f) / ((negative[s] + 1f) / (allNegative + 2f)));
            scale[s] = 1 - settings.Bayes + settings.Bayes * MathF.Abs(ratio);
        }
        return scale;
    }

    private static void Shuffle(int[] order, ref ulong state)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            state = state * 6364136223846793005 + 1442695040888963407;
            var j = (int)((state >> 33) % (ulong)(i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }
    }
}
