using System.Text;
using CrisisFlow.Presentation.Markup;
using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web;

/// <summary>A finished page or feed. HEAD gets its headers without its body.</summary>
internal sealed class PageResult(int status, byte[] body, string contentType = PageResult.Markup)
    : IResult,
        IStatusCodeHttpResult,
        IContentTypeHttpResult
{
    private const string Markup = "text/html; charset=utf-8";

    public PageResult(int status, Html page)
        : this(status, Encoding.UTF8.GetBytes(page.ToString())) { }

    /// <summary>Where its headers differ from the strictest.</summary>
    public Exposure Exposure { get; init; }

    public int? StatusCode => status;

    public string? ContentType => contentType;

    public byte[] Body => body;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        SecurityHeaders.Set(httpContext, Exposure);
        if (status == StatusCodes.Status304NotModified)
            return;
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
            await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
