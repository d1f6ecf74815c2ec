// Reads Bicep files into syntax trees, and the few things about a file that other files ask for.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** Loads the parser from the folder that holds node_modules. */
export async function loadParser(modulesFolder) {
  const require = createRequire(path.join(modulesFolder, 'package.json'));
  const { Parser, Language } = await import(pathToFileURL(require.resolve('web-tree-sitter')).href);
  await Parser.init();
  const grammar = path.join(path.dirname(require.resolve('tree-sitter-bicep/package.json')), 'tree-sitter-bicep.wasm');
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  return parser;
}

/** Every node below and with this one. */
export function* walk(node) {
  yield node;
  for (const child of node.namedChildren) yield* walk(child);
}

export const line = node => node.startPosition.row + 1;

/** A string literal's text; undefined where a part of it is computed. */
export function literal(node) {
  if (node?.type !== 'string' || node.namedChildren.some(c => c.type === 'interpolation')) return undefined;
  return node.text.startsWith("'''") ? node.text.slice(3, -3) : node.text.slice(1, -1).replaceAll("\\'", "'");
}

/** The object that follows '=' in a resource or module, inside its `if` and `for` where it has them. */
export function body(node) {
  if (!node) return undefined;
  if (node.type === 'object') return node;
  if (node.type === 'if_statement') return body(node.namedChildren.at(-1));
  if (node.type === 'for_statement') return body(node.childForFieldName('body'));
  return undefined;
}

/** Properties of an object: name to { key, value }; computed names are left out. */
export function properties(object) {
  const found = new Map();
  for (const child of object?.namedChildren ?? []) {
    if (child.type !== 'object_property') continue;
    const [key, value] = child.namedChildren;
    const name = key.type === 'string' ? literal(key) : key.text;
    if (name !== undefined) found.set(name, { key, value, again: found.has(name) });
  }
  return found;
}

export function property(object, dotted) {
  let node = object;
  for (const name of dotted.split('.')) node = properties(node).get(name)?.value;
  return node;
}

/** One parsed file with its declarations. */
export function readFile(parser, file, text = fs.readFileSync(file, 'utf8')) {
  // The grammar knows templates; a parameters file differs in that its `param` has no type.
  const isParameters = file.endsWith('.bicepparam');
  const source = isParameters ? text.replace(/^param (\w+) *=/gm, 'var $1 =') : text;
  const root = parser.parse(source).rootNode;
  const model = { file, root, text: source, isParameters, params: new Map(), vars: new Map(), outputs: new Map(), resources: new Map(), modules: new Map(), imports: [], exported: new Set(), repeated: [] };
  const kinds = { parameter_declaration: 'params', variable_declaration: 'vars', output_declaration: 'outputs', resource_declaration: 'resources', module_declaration: 'modules' };
  let decorators = [];
  for (const node of root.namedChildren) {
    if (node.type === 'decorators') { decorators = node.namedChildren; continue; }
    if (node.type === 'import_functionality')
      model.imports.push({ node, names: node.namedChildren.filter(n => n.type === 'identifier').map(n => n.text), file: literal(node.namedChildren.at(-1)) });
    if (decorators.some(d => /^@export\(\)/.test(d.text))) model.exported.add(node.namedChildren[0].text);
    const kind = kinds[node.type];
    if (kind) {
      const [name, ...rest] = node.namedChildren;
      const declared = { name: name.text, node, rest, decorators, value: rest.at(-1) };
      if (kind === 'params') {
        declared.type = rest[0].text;
        declared.value = rest.length > 1 ? rest[1] : undefined;
        declared.required = !declared.value && !declared.type.endsWith('?');
      }
      if (kind === 'resources' || kind === 'modules') {
        declared.what = literal(rest[0]);
        declared.existing = /^resource\s+\w+\s+'[^']*'\s+existing\b/.test(node.text);
        declared.body = body(rest.at(-1));
      }
      // Outputs may share their name with a parameter or variable; nothing else may share one.
      const taken = kind === 'outputs' ? model.outputs.has(name.text) : ['params', 'vars', 'resources', 'modules'].some(k => model[k].has(name.text));
      if (taken) model.repeated.push(declared);
      model[kind].set(name.text, declared);
    }
    if (node.type !== 'comment') decorators = [];
  }
  return model;
}

/** A decorator's single argument: description('...'), minValue(1). */
export function decorator(declared, name) {
  const call = declared.decorators.map(d => d.namedChildren[0]).find(c => c?.childForFieldName('function')?.text === name);
  return call?.childForFieldName('arguments')?.namedChildren[0];
}
