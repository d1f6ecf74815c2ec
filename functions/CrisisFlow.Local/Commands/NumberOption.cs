using System.CommandLine;
using System.Globalization;

namespace CrisisFlow.Local.Commands;

/// <summary>
/// A number on the command line, read as settings files read one. Left to itself the parser takes 1,5 for 15: a comma
/// separates thousands, wherever it stands.
/// </summary>
internal static class NumberOption
{
    public static Option<double> Create(string name, string description, double otherwise) =>
        new(name)
        {
            Description = description,
            DefaultValueFactory = _ => otherwise,
            CustomParser = result =>
            {
                var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
                if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                    return number;
                result.AddError(
                    $"{name} is '{text}'; it must be a number like 1440 or 1.5, with a point and without separators."
                );
                return default;
            },
            HelpName = "N",
        };
}
