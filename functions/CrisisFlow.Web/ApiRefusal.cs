using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web;

/// <summary>What programs are answered when nothing was taken, whatever the reason.</summary>
internal static class ApiRefusal
{
    /// <param name="error">What is wrong, in a sentence.</param>
    public static IResult Of(int status, string error) =>
        new PageResult(
            status,
            Encoding.UTF8.GetBytes(
                // Chinese stays readable.
                $$"""{"error":"{{JsonEncodedText.Encode(error, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}}"}"""
            ),
            "application/json; charset=utf-8"
        );
}
