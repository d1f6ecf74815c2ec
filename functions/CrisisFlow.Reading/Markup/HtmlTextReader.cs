using AngleSharp.Common;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace CrisisFlow.Reading.Markup;

/// <summary>
/// Reads text from the tokens of the HTML standard. No tree is built, so nesting costs nothing and time and memory grow
/// with the length alone.
/// </summary>
internal sealed class HtmlTextReader
{
    private static readonly StringOrMemory Alternative = new("alt");

    private readonly HtmlTokenizer _tokenizer;
    private readonly TextLines _text;

    // The silent element we are in, and how many of its name are open.
    private string? _silent;
    private int _depth;

    private HtmlTextReader(HtmlTokenizer tokenizer, int length)
    {
        _tokenizer = tokenizer;
        _text = new TextLines(length);
    }

    public static string Read(string html)
    {
        using var tokenizer = new HtmlTokenizer(
            new TextSource(new ReadOnlyMemoryTextSource(html)),
            HtmlEntityProvider.ResolverExtended
        )
        {
            DisableElementPositionTracking = true,
            SkipComments = true,
            ShouldEmitAttribute = static (ref _, name) => name.Span is "alt",
        };
        return new HtmlTextReader(tokenizer, html.Length).Read();
    }

    private string Read()
    {
        while (true)
        {
            ref var token = ref _tokenizer.GetStructToken();
            switch (token.Type)
            {
                case HtmlTokenType.Character when _silent is null:
                    _text.Append(token.Data.Memory.Span);
                    break;
                case HtmlTokenType.StartTag:
                    Open(ref token);
                    break;
                case HtmlTokenType.EndTag:
                    Close(token.Name.Memory.Span);
                    break;
                case HtmlTokenType.EndOfFile:
                    return _text.ToString();
            }
        }
    }

    private void Open(ref StructHtmlToken token)
    {
        var name = token.Name.Memory.Span;
        // A head may go without its end tag; a block then begins the body.
        if (_silent is "head" && name is not "title" && HtmlElements.IsBlock(name))
            _silent = null;
        if (_silent is null)
        {
            Separate(name);
            if (name is "img")
                _text.Append(token.GetAttribute(Alternative).Memory.Span);
        }

        // Feeds write XHTML: "<iframe />" hides nothing there, while the standard would read on to "</iframe>".
        if (token.IsSelfClosing)
            return;
        if (_silent is not ("svg" or "math"))
            _tokenizer.State = HtmlElements.ModeOf(name);
        if (_silent is null)
        {
            _silent = HtmlElements.SilentName(name);
            _depth = 1;
        }
        else if (name.SequenceEqual(_silent))
            _depth++;
    }

    private void Close(ReadOnlySpan<char> name)
    {
        if (_silent is not null)
        {
            if (!name.SequenceEqual(_silent) || --_depth > 0)
                return;
            _silent = null;
        }

        Separate(name);
    }

    private void Separate(ReadOnlySpan<char> name)
    {
        if (HtmlElements.IsBlock(name))
            _text.Break();
        else if (name is "td" or "th")
            _text.Blank();
    }
}
