using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CrisisFlow.Settings;

namespace CrisisFlow.Local.Commands;

internal static class ProblemLine
{
    public static string Write(SettingsProblem problem)
    {
        using var stream = new MemoryStream();
        using (
            var json = new Utf8JsonWriter(
                stream,
                new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            )
        )
        {
            json.WriteStartObject();
            json.WriteString("place", problem.Place);
            json.WriteString("setting", problem.Setting);
            json.WriteString("message", problem.Message);
            json.WriteString("kind", problem.Kind == ProblemKind.Note ? "note" : "error");
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
