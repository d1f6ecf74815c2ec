using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker
{
    public abstract class FunctionContext
    {
        public abstract FunctionDefinition FunctionDefinition { get; }

        public virtual CancellationToken CancellationToken { get; }
    }

    public abstract class FunctionDefinition
    {
        public abstract string Name { get; }
    }

    public interface IFunctionsWorkerApplicationBuilder
    {
        IServiceCollection Services { get; }
    }
}

namespace Microsoft.Azure.Functions.Worker.Middleware
{
    public delegate Task FunctionExecutionDelegate(FunctionContext context);

    public interface IFunctionsWorkerMiddleware
    {
        Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
    }
}

namespace Microsoft.Extensions.Hosting
{
    public static class MiddlewareWorkerApplicationBuilderExtensions
    {
        /// <summary>The stand-in host runs no function: the middleware can be made from the container, and that is all.</summary>
        public static Azure.Functions.Worker.IFunctionsWorkerApplicationBuilder UseMiddleware<T>(this Azure.Functions.Worker.IFunctionsWorkerApplicationBuilder builder)
            where T : class, IFunctionsWorkerMiddleware
        {
            builder.Services.AddSingleton<T>();
            return builder;
        }
    }
}
