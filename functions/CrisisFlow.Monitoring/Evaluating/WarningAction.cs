namespace CrisisFlow.Monitoring.Evaluating;

/// <summary>
/// An action requested by a warning's event. Performed under its own id until it is done or failed for good.
/// </summary>
/// <param name="Name">Unique within its event; safe in a key.</param>
public abstract record WarningAction(string Name)
{
    /// <param name="Person">Who gets the mail; an id of settings.</param>
    public sealed record SendMail(string Person) : WarningAction("mail-" + Person);

    /// <summary>Opens the warning's case, or notifies the open one that its story rose again.</summary>
    public sealed record TellCase() : WarningAction("case");
}
