using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using CrisisFlow.Warnings;

namespace CrisisFlow.Testing;

/// <summary>
/// Writes a value out with everything in it, so that two can be compared and a difference can be read. Records with
/// lists are not equal by themselves.
/// </summary>
public static class Structure
{
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(text, value, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value, int depth)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case string or bool or char or Enum or Indicator:
                text.Append(value);
                break;
            case DateTimeOffset time:
                text.Append(time.ToString("O", CultureInfo.InvariantCulture));
                break;
            case IFormattable formattable:
                text.Append(formattable.ToString(null, CultureInfo.InvariantCulture));
                break;
            case IEnumerable items:
                text.Append('[');
                foreach (var item in items)
                    Line(text, depth + 1, "", item);
                text.Append(']');
                break;
            default:
                text.Append(value.GetType().Name);
                foreach (
                    var property in value
                        .GetType()
                        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                        .Where(p => p.GetIndexParameters().Length == 0)
                )
                    Line(text, depth + 1, property.Name + " = ", property.GetValue(value));
                break;
        }
    }

    private static void Line(StringBuilder text, int depth, string name, object? value)
    {
        text.Append('\n').Append(' ', depth * 2).Append(name);
        Write(text, value, depth);
    }
}
