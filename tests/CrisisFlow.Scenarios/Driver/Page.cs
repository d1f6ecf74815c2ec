using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CrisisFlow.Scenarios.Driver;

/// <summary>A page as a person's browser without script sees it.</summary>
internal sealed class Page(Browser browser, string path, HttpStatusCode status, string body, HttpResponseMessage answer)
{
    private readonly IHtmlDocument _document = new HtmlParser().ParseDocument(body);

    public string Path { get; } = path;

    public int Status { get; } = (int)status;

    public string Body { get; } = body;

    public HttpResponseMessage Answer { get; } = answer;

    /// <summary>What can be read on it, white space made single.</summary>
    public string Text =>
        string.Join(
            ' ',
            (_document.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );

    public IReadOnlyList<string> Links =>
        [.. _document.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!)];

    /// <summary>Whether it has a button that decides something.</summary>
    public bool Asks =>
        _document
            .QuerySelectorAll("form[method=post]")
            .Any(form => form.GetAttribute("action")!.StartsWith("/l/", StringComparison.Ordinal));

    /// <summary>Values of the first form, or of the one that holds a hidden field "action" of this value.</summary>
    public string? Value(string name) => Field(Form(null), name) is { } field ? ValueOf(field) : null;

    public Page ShouldSay(string text)
    {
        Assert.True(
            Text.Contains(text, StringComparison.Ordinal),
            $"'{text}' does not stand on {Path.Split('/')[1]} ({Status}): {Text}"
        );
        return this;
    }

    public Page ShouldNotSay(string text)
    {
        Assert.DoesNotContain(text, Text, StringComparison.Ordinal);
        return this;
    }

    public Page ShouldBe(int status)
    {
        Assert.True(Status == status, $"{Status} and not {status}: {Text}");
        return this;
    }

    /// <summary>
    /// Fills in the form and presses a button: fields not named keep what the page put there, as in a browser.
    /// </summary>
    /// <param name="action">Which of several forms, by its hidden field "action"; null = the first.</param>
    public Task<Page> SubmitAsync(string? action = null, params (string Name, string Value)[] fields)
    {
        var form = Form(action);
        var sent = new List<KeyValuePair<string, string>>();
        foreach (var field in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            var name = field.GetAttribute("name")!;
            if (fields.Any(f => f.Name == name))
                continue;
            if (field is IHtmlInputElement { Type: "radio" or "checkbox" } choice && !choice.IsChecked)
                continue;
            sent.Add(new(name, ValueOf(field)));
        }

        foreach (var (name, value) in fields)
        {
            // A button is pressed, a field is filled in; what the page does not offer cannot be sent from it.
            Assert.True(
                Field(form, name) is not null || form.QuerySelector($"button[name='{name}']") is not null,
                $"The form has no field '{name}': {form.OuterHtml}"
            );
            sent.Add(new(name, value));
        }

        return browser.PostAsync(form.GetAttribute("action") ?? Path, sent);
    }

    private IElement Form(string? action)
    {
        var forms = _document.QuerySelectorAll("form[method=post]");
        var form = action is null
            ? forms.FirstOrDefault()
            : forms.FirstOrDefault(f => f.QuerySelector("input[name=action]")?.GetAttribute("value") == action);
        Assert.True(
            form is not null,
            $"There is no form{(action is null ? "" : $" '{action}'")} on this page ({Status}): {Text}"
        );
        return form!;
    }

    private static IElement? Field(IElement form, string name) =>
        form.QuerySelectorAll("input, textarea, select").FirstOrDefault(field => field.GetAttribute("name") == name);

    private static string ValueOf(IElement field) =>
        field switch
        {
            IHtmlTextAreaElement area => area.Value,
            IHtmlSelectElement select => select.Value ?? "",
            IHtmlInputElement input => input.Value,
            _ => "",
        };
}
