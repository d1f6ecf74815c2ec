namespace CrisisFlow.Evaluation.Learning;

/// <summary>
/// Logistic regression over a handful of features, by Newton's method with L2 towards what is held likely beforehand.
/// </summary>
internal static class DenseLearner
{
    public static double[] Learn(
        IReadOnlyList<float[]> x,
        IReadOnlyList<int> labels,
        ReadOnlySpan<float> prior,
        ReadOnlySpan<float> strength
    )
    {
        var n = x[0].Length;
        var w = new double[n];
        for (var i = 0; i < n; i++)
            w[i] = prior[i];
        for (var iteration = 0; iteration < 25; iteration++)
        {
            var gradient = new double[n];
            var hessian = new double[n, n];
            for (var r = 0; r < x.Count; r++)
            {
                var z = 0.0;
                for (var i = 0; i < n; i++)
                    z += w[i] * x[r][i];
                var p = 1 / (1 + Math.Exp(-z));
                var error = p - (labels[r] > 0 ? 1 : 0);
                for (var i = 0; i < n; i++)
                {
                    gradient[i] += error * x[r][i];
                    for (var j = 0; j <= i; j++)
                        hessian[i, j] += p * (1 - p) * x[r][i] * x[r][j];
                }
            }
            for (var i = 0; i < n; i++)
            {
                gradient[i] += strength[i] * (w[i] - prior[i]);
                hessian[i, i] += strength[i];
                for (var j = 0; j < i; j++)
                    hessian[j, i] = hessian[i, j];
            }
            var step = Solve(hessian, gradient);
            for (var i = 0; i < n; i++)
                w[i] -= step[i];
            if (step.Max(Math.Abs) < 1e-8)
                break;
        }
        return w;
    }

    private static double[] Solve(double[,] a, double[] b)
    {
        var n = b.Length;
        for (var p = 0; p < n; p++)
        {
            for (var r = p + 1; r < n; r++)
            {
                var factor = a[r, p] / a[p, p];
                for (var c = p; c < n; c++)
                    a[r, c] -= factor * a[p, c];
                b[r] -= factor * b[p];
            }
        }
        for (var r = n - 1; r >= 0; r--)
        {
            for (var c = r + 1; c < n; c++)
                b[r] -= a[r, c] * b[c];
            b[r] /= a[r, r];
        }
        return b;
    }
}
