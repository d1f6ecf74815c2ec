namespace CrisisFlow.Settings;

/// <summary>
/// Settings that a program put together itself never went through the loader; what they ask of the environment is
/// filled in here, or refused.
/// </summary>
public static class SettingsInCode
{
    /// <exception cref="SettingsException">A reference is incomplete or the environment lacks its variable.</exception>
    public static void Fill(CrisisFlowSettings settings)
    {
        if (settings.AreLoaded)
            return;
        var problems = new List<SettingsProblem>();
        var references = new EnvironmentReferences(new SettingsSources(), problems);
        foreach (var (i, source) in settings.Sources.Index())
        foreach (var name in source.Headers.Keys.ToList())
        {
            var path = $"sources[{i}].headers.{name}";
            var node = new WrittenNode("settings");
            node.Set([], source.Headers[name], "settings");
            references.Fill(node, path);
            if (node.Value is { } value)
                source.Headers[name] = value.Text;
        }

        if (problems.Count > 0)
            throw new SettingsException(problems);
    }
}
