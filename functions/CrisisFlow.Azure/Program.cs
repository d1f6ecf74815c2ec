using Azure.Monitor.OpenTelemetry.Exporter;
using CrisisFlow.Azure.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
var telemetry = builder.Services.AddOpenTelemetry().UseFunctionsWorkerDefaults().WithCrisisFlow();
// Exported only where there is something to export to; a developer's machine has none.
if (!string.IsNullOrEmpty(builder.Configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"]))
    telemetry.UseAzureMonitorExporter(options => options.Credential = Composition.Credential(builder.Configuration["AZURE_CLIENT_ID"]));
builder.Services.AddCrisisFlow(StartSettings.Read(builder.Configuration, AppContext.BaseDirectory), TimeProvider.System);
builder.Build().Run();
