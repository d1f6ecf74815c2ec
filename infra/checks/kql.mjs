// node kql.mjs MODULES_FOLDER < queries.json: parses each query of [{ name, query, tables }] with Azure's own parser,
// against the columns of the tables. Prints [{ name, message, at }] as JSON, one for each thing it has to say. tables:
// 'workspace' (AppRequests, ...) or 'component' (requests, ...).
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(path.join(path.resolve(process.argv[2]), 'package.json'));
require('@kusto/language-service-next/bridge.min.js');
require('@kusto/language-service-next/Kusto.Language.Bridge.min.js');
const { KustoCode, GlobalState, Symbols } = globalThis.Kusto.Language;

// The columns that the tables of Application Insights have; those of its request, dependency, trace and metric tables
// that a query may ask for.
const common = 'OperationId: string, OperationName: string, ParentId: string, AppRoleName: string, AppRoleInstance: string, ItemCount: int, SDKVersion: string, Type: string, _ResourceId: string';
const workspace = {
  AppRequests: `(TimeGenerated: datetime, Id: string, Name: string, Url: string, Success: bool, ResultCode: string, DurationMs: real, Properties: dynamic, Measurements: dynamic, ${common})`,
  AppDependencies: `(TimeGenerated: datetime, Id: string, Name: string, Target: string, DependencyType: string, Data: string, Success: bool, ResultCode: string, DurationMs: real, Properties: dynamic, ${common})`,
  AppTraces: `(TimeGenerated: datetime, Message: string, SeverityLevel: int, Properties: dynamic, Measurements: dynamic, ${common})`,
  AppMetrics: `(TimeGenerated: datetime, Name: string, Sum: real, Min: real, Max: real, Properties: dynamic, ${common})`,
};
const shared = 'operation_Id: string, operation_Name: string, cloud_RoleName: string, cloud_RoleInstance: string, itemCount: int, itemType: string, customDimensions: dynamic, appId: string';
const component = {
  requests: `(timestamp: datetime, id: string, name: string, url: string, success: string, resultCode: string, duration: real, ${shared})`,
  dependencies: `(timestamp: datetime, id: string, name: string, target: string, type: string, data: string, success: string, resultCode: string, duration: real, ${shared})`,
  traces: `(timestamp: datetime, message: string, severityLevel: int, ${shared})`,
  customMetrics: `(timestamp: datetime, name: string, value: real, valueCount: int, valueSum: real, valueMin: real, valueMax: real, ${shared})`,
};

const globalsOf = tables => GlobalState.Default.WithDatabase(new Symbols.DatabaseSymbol.ctor('telemetry',
  Object.entries(tables).map(([name, columns]) => Symbols.TableSymbol.From(columns).WithName(name))));
const globals = { workspace: globalsOf(workspace), component: globalsOf(component) };

const findings = [];
for (const { name, query, tables } of JSON.parse(fs.readFileSync(0, 'utf8'))) {
  const said = KustoCode.ParseAndAnalyze(query, globals[tables]).GetDiagnostics();
  for (let index = 0; index < said.Count; index++) {
    const one = said.getItem(index);
    findings.push({ name, message: one.Message, at: query.slice(one.Start, one.Start + Math.max(one.Length, 12)) });
  }
}
console.log(JSON.stringify(findings));
