using CrisisFlow.Cases;

namespace CrisisFlow.Settings.Playbooks;

/// <summary>
/// A place in a playbook: read from a file, or described for the schema and the docs. The call that reads a field is
/// its only declaration:
/// name, what it does, kind, limits, default.
/// </summary>
internal interface IField
{
    /// <summary>Nothing was written here.</summary>
    bool IsMissing { get; }

    /// <summary>A field by name; missing is allowed.</summary>
    /// <param name="what">What it does, as a sentence.</param>
    IField this[string name, string what] { get; }

    /// <summary>
    /// This block has a shape that comes up in several places; the docs describe it once, under this name.
    /// </summary>
    IField Shape(string name);

    /// <summary>
    /// Names and values belong here. When something else was written, or nothing, that is said once and not of every
    /// field.
    /// </summary>
    /// <param name="required">It is wrong when nothing was written.</param>
    IField Block(bool required);

    /// <param name="required">It is wrong when nothing was written; an empty list was written.</param>
    IReadOnlyList<IField> Items(int least, int most, bool required);

    string Text(int limit, string? fallback = null);

    /// <summary>Lower-case letters, digits and '-'.</summary>
    string Id(int limit);

    /// <summary>A role that is assigned tasks. It is a settings problem if no enabled person has it.</summary>
    string Role();

    /// <summary>A text for each language, or one for all.</summary>
    LocalText Local(int limit, LocalText? fallback = null);

    TimeSpan Duration(TimeSpan least, TimeSpan most, TimeSpan? fallback = null);

    /// <summary>Null when nothing was written.</summary>
    TimeSpan? DurationOrNone(TimeSpan least, TimeSpan most);

    double Number(double least, double most, double fallback);

    int Whole(int least, int most, int fallback);

    bool Flag(bool fallback);

    DateOnly? Date();

    T OneOf<T>(T fallback)
        where T : struct, Enum;

    /// <param name="fallback">Null when one has to be written.</param>
    string OneOf(IReadOnlyCollection<string> words, string? fallback);

    /// <summary>What is wrong with this place, as a sentence.</summary>
    void Problem(string sentence);

    /// <summary>
    /// All fields of this block have been read; remaining names are mistakes, usually misspelt.
    /// </summary>
    void Done();
}
