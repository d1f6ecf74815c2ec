// node check.mjs INFRA_FOLDER MODULES_FOLDER: prints { findings, parameters, settings } as JSON.
import fs from 'node:fs';
import path from 'node:path';
import { loadParser, readFile, walk, literal, properties, decorator } from './tree.mjs';
import * as rules from './rules.mjs';

const folder = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '..'));
const modulesFolder = path.resolve(process.argv[3] ?? import.meta.dirname);
const parser = await loadParser(modulesFolder);

const models = new Map();
function load(file) {
  if (!models.has(file)) models.set(file, fs.existsSync(file) && fs.statSync(file).isFile() ? readFile(parser, file) : undefined);
  return models.get(file);
}

const files = fs.readdirSync(folder, { recursive: true })
  .map(name => path.join(folder, name))
  .filter(file => /\.bicep(param)?$/.test(file) && !file.includes('node_modules'))
  .sort();
const all = files.map(load);
const templates = all.filter(m => !m.isParameters);
const main = load(path.join(folder, 'main.bicep'));

const findings = [];
for (const model of all) findings.push(...rules.syntax(model));
if (findings.length === 0) {
  for (const model of templates)
    for (const rule of [rules.names, rules.resourceTypes, rules.identifiers, rules.loadedFiles, rules.settings, rules.hardening, rules.hosts])
      findings.push(...rule(model));
  for (const model of templates) findings.push(...rules.modules(model, load), ...rules.imports(model, load));
  findings.push(...rules.roles(templates));
  findings.push(...rules.parameterFiles(folder, main, all.filter(m => m.isParameters)));
  const used = new Set(templates.flatMap(m => [...[...m.modules.values()].map(x => x.what), ...m.imports.map(x => x.file)].map(x => path.resolve(path.dirname(m.file), x ?? ''))));
  for (const model of templates)
    if (model !== main && !used.has(model.file)) findings.push({ rule: 'unused', file: model.file, line: 1, message: 'No template uses this file.' });
}

/** A default as text; undefined where it is computed. */
function plain(node) {
  if (!node) return undefined;
  if (node.type === 'string') return literal(node);
  if (['number', 'boolean'].includes(node.type)) return node.text;
  if (node.type === 'unary_expression') return node.text;
  if (node.type === 'array') return node.namedChildren.map(plain);
  return undefined;
}

const parameters = Object.fromEntries([...main.params.values()].map(p => [p.name, {
  type: p.type, default: plain(p.value), description: literal(decorator(p, 'description')),
  minimum: decorator(p, 'minValue')?.text, maximum: decorator(p, 'maxValue')?.text,
}]));

// App settings: what the variables ...Settings of main.bicep hold, name to expression.
const settings = {};
for (const variable of main.vars.values())
  if (variable.name.endsWith('Settings'))
    for (const node of walk(variable.value))
      if (node.type === 'object') for (const [name, { value }] of properties(node)) settings[name] = value.text;

const variables = Object.fromEntries([...main.vars.values()].map(v => [v.name, plain(v.value)]).filter(([, v]) => v !== undefined));
const shown = f => ({ ...f, file: path.relative(folder, f.file).replaceAll('\\', '/') });
console.log(JSON.stringify({ findings: findings.map(shown), parameters, settings, variables }));
