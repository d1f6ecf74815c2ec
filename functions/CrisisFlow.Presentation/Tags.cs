using CrisisFlow.Presentation.Markup;
using CrisisFlow.Warnings;

namespace CrisisFlow.Presentation;

/// <summary>Coloured labels; the word carries the meaning, the colour only helps.</summary>
public static class Tags
{
    public static string Css(Level level) =>
        level switch
        {
            Level.Blue => "blue",
            Level.Yellow => "yellow",
            Level.Orange => "orange",
            Level.Red => "red",
            _ => "none",
        };

    public static Html Of(Viewer viewer, Level level) =>
        Html.Of($"""<span class="tag {Css(level)}">{viewer.T.Of(level)}</span>""");

    public static Html Word(string text, string css = "") => Html.Of($"""<span class="tag {css}">{text}</span>""");
}
