using CrisisFlow.Presentation.Links;
using CrisisFlow.Presentation.Markup;
using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web;

/// <summary>
/// Forms of our own pages: each carries a seal that no other site knows, without a cookie or a script. See
/// docs/adr/0047.
/// </summary>
internal static class OwnForm
{
    /// <param name="action">Where the form is sent.</param>
    public static Html Show(string action, string seal, Html fields) =>
        Html.Of(
            $"""
            <form method="post" action="{action}" accept-charset="utf-8">
            <input type="hidden" name="seal" value="{seal}">{fields}</form>
            """
        );

    /// <summary>What is wrong with what was sent; empty when nothing is.</summary>
    public static Html Problem(string? problem) =>
        problem is null ? Html.Empty : Html.Of($"""<p class="note bad" role="alert">{problem}</p>""");

    /// <param name="sealedFor">What the page's seal was made for.</param>
    public static async Task<OwnFormReading> ReadAsync(
        HttpRequest request,
        LinkSigner signer,
        string sealedFor,
        CancellationToken cancellation
    )
    {
        var (fields, status) = await FormReader.ReadAsync(request, cancellation);
        if (fields is null)
            return new OwnFormReading.Refused(
                status,
                status switch
                {
                    413 => "FormTooLong",
                    400 => "FormBroken",
                    _ => "FormForeign",
                }
            );
        var foreign = request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";
        return foreign || !signer.IsFormSeal(sealedFor, fields["seal"])
            ? new OwnFormReading.Refused(403, "FormForeign")
            : new OwnFormReading.Good(fields);
    }
}

/// <summary>What a form turned out to be.</summary>
internal abstract record OwnFormReading
{
    private OwnFormReading() { }

    public sealed record Good(Fields Fields) : OwnFormReading;

    /// <param name="Reason">For the log, and the wording's key: "link." + reason.</param>
    public sealed record Refused(int Status, string Reason) : OwnFormReading;
}
