namespace CrisisFlow.Azure.Hosting;

/// <summary>The host cannot start; the message lists everything that is wrong.</summary>
internal sealed class StartProblemsException(IReadOnlyList<string> problems)
    : Exception(
        "CrisisFlow cannot start:" + string.Concat(problems.Select(problem => Environment.NewLine + "- " + problem))
    );
