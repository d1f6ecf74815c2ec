namespace CrisisFlow.Cases.Lifecycle;

/// <summary>What a person may write, in characters.</summary>
public static class CaseLimits
{
    public const int Comment = 4_000;

    public const int Review = 20_000;

    public const int StatementTitle = 200;

    public const int StatementBody = 20_000;
}
