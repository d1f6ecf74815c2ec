namespace CrisisFlow.Scoring.Risk;

/// <summary>What part a word plays beside what it says.</summary>
[Flags]
internal enum RiskGroups : ushort
{
    None = 0,

    /// <summary>
    /// Somebody who does not belong to the topic and is not its customer: a passer-by, a gang, the police.
    /// </summary>
    Outsider = 1,

    /// <summary>What is done to a brand: stolen, faked, impersonated.</summary>
    Against = 2,

    /// <summary>Somebody the topic answers for.</summary>
    Staff = 4,

    Customer = 8,

    /// <summary>What happens to a person who broke the law.</summary>
    Punished = 16,

    /// <summary>Won before a court.</summary>
    Won = 32,

    /// <summary>Somebody was saved or helped.</summary>
    Helped = 64,

    /// <summary>Acting against wrongdoers: what follows is what they did.</summary>
    Fights = 128,

    /// <summary>Right behind a platform's name: one of those who write there.</summary>
    User = 256,

    /// <summary>An outsider wherever it stands: who slanders or steals.</summary>
    Enemy = 512,

    /// <summary>What a person does on the road or in the street, whatever the car.</summary>
    Crime = 1024,

    /// <summary>Right behind a car maker's name: who drives it.</summary>
    Driven = 2048,

    /// <summary>Right behind a platform's name: what people talk in.</summary>
    Tool = 4096,

    /// <summary>An answer: right behind the topic's name something stands in question.</summary>
    Answers = 8192,
}
