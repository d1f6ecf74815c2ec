using CrisisFlow.Azure.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<FunctionFaults>();
builder.Services.AddTelemetry(builder.Configuration);
StartSettings start;
try
{
    start = StartSettings.Read(builder.Configuration, AppContext.BaseDirectory);
}
catch (StartProblemsException wrong)
{
    Telemetry.Report(wrong, builder.Configuration);
    throw;
}

builder.Services.AddAzureHost(start, TimeProvider.System);
var host = builder.Build();
var log = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(StartSettings).FullName!);
foreach (var note in start.Notes)
    HostLog.StartNote(log, note);
host.Run();
