using System.Text.Json.Nodes;
using CrisisFlow.Cases;

namespace CrisisFlow.Settings.Playbooks;

/// <summary>Writes down what is read of a playbook, instead of reading one: a JSON schema (draft 7).</summary>
/// <param name="node">This place's schema.</param>
/// <param name="shapes">Those that come up in several places, by name.</param>
/// <param name="require">Called when something has to be written here; null for items of a list, which have no default
/// either.</param>
internal sealed class SchemaField(JsonObject node, JsonObject shapes, Action? require) : IField
{
    private JsonObject _node = node;

    public bool IsMissing => true;

    public IField this[string name, string what]
    {
        get
        {
            var fields = Named("properties", () => new JsonObject());
            if (fields[name] is not JsonObject child)
                fields[name] = child = new JsonObject { ["description"] = what };
            return new SchemaField(child, shapes, () => Add("required", name));
        }
    }

    public IField Shape(string name)
    {
        // Beside a bare reference nothing else counts in this draft.
        _node["allOf"] = new JsonArray(new JsonObject { ["$ref"] = "#/definitions/" + name });
        if (shapes[name] is not JsonObject shape)
            shapes[name] = shape = [];
        _node = shape;
        return this;
    }

    public IField Block(bool required)
    {
        if (required)
            require?.Invoke();
        _node["type"] = "object";
        _node["additionalProperties"] = false;
        return this;
    }

    public IReadOnlyList<IField> Items(int least, int most, bool required)
    {
        if (required)
            require?.Invoke();
        _node["type"] = "array";
        if (least > 0)
            _node["minItems"] = least;
        _node["maxItems"] = most;
        return [new SchemaField(Named("items", () => new JsonObject()), shapes, null)];
    }

    public string Text(int limit, string? fallback = null)
    {
        if (fallback is null)
            require?.Invoke();
        _node["type"] = new JsonArray("string", "number", "boolean");
        _node["maxLength"] = limit;
        if (fallback is { Length: > 0 })
            _node["default"] = fallback;
        return fallback ?? "";
    }

    public string Id(int limit)
    {
        require?.Invoke();
        _node["type"] = "string";
        _node["pattern"] = $"^[a-z0-9-]{{1,{limit}}}$";
        return "";
    }

    public string Role() => Id(40);

    public LocalText Local(int limit, LocalText? fallback = null)
    {
        if (fallback is null)
            require?.Invoke();
        var each = new JsonObject();
        foreach (var language in Language.All)
            each[language.Code] = new JsonObject { ["type"] = "string", ["maxLength"] = limit };
        var needed = new JsonArray([
            .. Language.All.Where(one => one.InEveryPlaybook).Select(one => JsonValue.Create(one.Code)),
        ]);
        _node["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "string", ["maxLength"] = limit },
            new JsonObject
            {
                ["type"] = "object",
                ["additionalProperties"] = false,
                ["properties"] = each,
                ["required"] = needed,
            }
        );
        return LocalText.Empty;
    }

    public TimeSpan Duration(TimeSpan least, TimeSpan most, TimeSpan? fallback = null)
    {
        if (fallback is null)
            require?.Invoke();
        _node["type"] = "string";
        var limits = $"{ValueKinds.Format(least)} to {ValueKinds.Format(most)}.";
        // A shape is described as often as it comes up.
        if ((string?)_node["description"] is not { } what)
            _node["description"] = limits;
        else if (!what.EndsWith(limits, StringComparison.Ordinal))
            _node["description"] = $"{what} {limits}";
        if (fallback is { } given)
            _node["default"] = ValueKinds.Format(given);
        return fallback ?? least;
    }

    public TimeSpan? DurationOrNone(TimeSpan least, TimeSpan most)
    {
        Duration(least, most, TimeSpan.Zero);
        _node.Remove("default");
        return null;
    }

    public double Number(double least, double most, double fallback)
    {
        (_node["type"], _node["minimum"], _node["maximum"], _node["default"]) = ("number", least, most, fallback);
        return fallback;
    }

    public int Whole(int least, int most, int fallback)
    {
        (_node["type"], _node["minimum"], _node["maximum"], _node["default"]) = ("integer", least, most, fallback);
        return fallback;
    }

    public bool Flag(bool fallback)
    {
        (_node["type"], _node["default"]) = ("boolean", fallback);
        return fallback;
    }

    public DateOnly? Date()
    {
        (_node["type"], _node["format"]) = ("string", "date");
        return null;
    }

    public T OneOf<T>(T fallback)
        where T : struct, Enum
    {
        OneOf([.. ValueKinds.Words(typeof(T))], ValueKinds.Format(fallback));
        return fallback;
    }

    public string OneOf(IReadOnlyCollection<string> words, string? fallback)
    {
        if (fallback is null)
            require?.Invoke();
        _node["enum"] = new JsonArray([.. words.Select(word => JsonValue.Create(word))]);
        if (fallback is { Length: > 0 } && require is not null)
            _node["default"] = fallback;
        return fallback ?? "";
    }

    public void Problem(string sentence) { }

    public void Done() { }

    private T Named<T>(string name, Func<T> make)
        where T : JsonNode
    {
        if (_node[name] is not T there)
            _node[name] = there = make();
        return there;
    }

    private void Add(string list, string value)
    {
        var values = Named(list, () => new JsonArray());
        if (!values.Any(one => (string?)one == value))
            values.Add((JsonNode)value);
    }
}
