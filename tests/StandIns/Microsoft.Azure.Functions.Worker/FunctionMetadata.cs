namespace Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;

public interface IFunctionMetadata
{
    string? FunctionId { get; }

    bool IsProxy { get; }

    string? Language { get; }

    bool ManagedDependencyEnabled { get; }

    string? Name { get; }

    string? EntryPoint { get; }

    IList<string>? RawBindings { get; }

    string? ScriptFile { get; }

    IRetryOptions? Retry { get; }
}

public interface IFunctionMetadataTransformer
{
    string Name { get; }

    void Transform(IList<IFunctionMetadata> original);
}

public interface IRetryOptions
{
    int MaxRetryCount { get; }

    TimeSpan? DelayInterval { get; }
}
