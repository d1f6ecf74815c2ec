using System.Text.Json.Serialization;
using CrisisFlow.Core.Deciding;

namespace CrisisFlow.Cases;

/// <summary>
/// Derived from what the case is about, so that opening it twice opens it once. 1 to 64 characters a-z, 0-9 and '-';
/// safe as a key and as an orchestration's instance id.
/// </summary>
[JsonConverter(typeof(CaseIdJson))]
public readonly record struct CaseId(string Value)
{
    public override string ToString() => Value;
}

internal sealed class CaseIdJson() : IdJson<CaseId>(text => new CaseId(text), id => id.Value);
