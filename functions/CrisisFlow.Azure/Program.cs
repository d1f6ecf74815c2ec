using CrisisFlow.Azure.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<FunctionFaults>();
builder.Services.AddTelemetry(builder.Configuration);
try
{
    builder.Services.AddAzureHost(
        StartSettings.Read(builder.Configuration, AppContext.BaseDirectory), TimeProvider.System);
}
catch (StartProblemsException wrong)
{
    Telemetry.Report(wrong, builder.Configuration);
    throw;
}

builder.Build().Run();
