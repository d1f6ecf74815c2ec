using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Mail;

namespace CrisisFlow.Response.Engine;

/// <summary>The outcome of performing an action, before it is stored.</summary>
public abstract record ActionAnswer
{
    private ActionAnswer() { }

    /// <param name="Result">The command that reports it to the case; null when the case does not need to know.</param>
    public sealed record Performed(CaseCommand? Result, string Receipt) : ActionAnswer;

    public sealed record ForNow(string Reason, TimeSpan? RetryAfter) : ActionAnswer;

    public sealed record ForGood(string Reason) : ActionAnswer;

    /// <param name="result">Builds the command for a successful delivery from its receipt.</param>
    public static ActionAnswer Of(Delivery delivery, Func<string, CaseCommand?> result) =>
        delivery switch
        {
            Delivery.Delivered delivered => new Performed(result(delivered.Receipt), delivered.Receipt),
            Delivery.FailedForNow failed => new ForNow(failed.Reason, failed.RetryAfter),
            Delivery.FailedForGood failed => new ForGood(failed.Reason),
            _ => throw new InvalidOperationException($"No answer is written for {delivery.GetType().Name}."),
        };
}
