// What can be said of the Bicep files without Azure and without its compiler. Each rule yields { rule, file, line,
// message }.
import fs from 'node:fs';
import path from 'node:path';
import { walk, line, literal, properties, property } from './tree.mjs';

const finding = (rule, model, node, message) => ({ rule, file: model.file, line: node ? line(node) : 1, message });

export function* syntax(model) {
  for (const node of walk(model.root))
    if (node.isError || node.isMissing) {
      yield finding('syntax', model, node, `This is not Bicep: '${node.text.split('\n')[0].slice(0, 60)}'.`);
      return; // what follows an error is guesswork
    }
  if (model.root.hasError) yield finding('syntax', model, model.root, 'This is not Bicep.');
}

export function* names(model) {
  for (const again of model.repeated) yield finding('name-twice', model, again.node, `'${again.name}' is declared twice.`);
  for (const node of walk(model.root))
    if (node.type === 'object')
      for (const [name, { key, again }] of properties(node))
        if (again) yield finding('name-twice', model, key, `The property '${name}' stands twice in one object.`);

  const deployments = new Map();
  for (const module of model.modules.values()) {
    const name = literal(property(module.body, 'name'));
    if (name === undefined) continue;
    if (!/^[\w.()-]{1,64}$/.test(name)) yield finding('name-form', model, module.node, `The module name '${name}' has characters or a length that a deployment's name cannot have.`);
    if (deployments.has(name)) yield finding('name-twice', model, module.node, `Two modules have the name '${name}'; one deployment would overwrite the other.`);
    deployments.set(name, module);
  }

  const resources = new Map();
  for (const resource of model.resources.values()) {
    const name = property(resource.body, 'name')?.text;
    if (resource.existing || name === undefined || resource.rest.at(-1).type === 'for_statement') continue;
    const key = [resource.what, property(resource.body, 'parent')?.text, property(resource.body, 'scope')?.text, name].join(' ');
    if (resources.has(key)) yield finding('name-twice', model, resource.node, `Two resources of type ${resource.what} have the name ${name}.`);
    resources.set(key, resource);
  }
}

export function* resourceTypes(model) {
  for (const resource of model.resources.values())
    if (!/^[A-Za-z]+\.[A-Za-z]+(\/[A-Za-z]+)+@20\d\d-\d\d-\d\d(-preview)?$/.test(resource.what ?? ''))
      yield finding('resource-type', model, resource.node, `'${resource.what}' is not a resource type with an API version.`);
}

export function* identifiers(model) {
  const used = new Set();
  for (const node of walk(model.root)) {
    if (node.type !== 'identifier') continue;
    const parent = node.parent;
    const declares = /_declaration$/.test(parent.type) && parent.namedChildren[0].id === node.id;
    const names = parent.type === 'object_property' && parent.namedChildren[0].id === node.id;
    if (!declares && !names) used.add(node.text);
    if (names && parent.namedChildren.length === 1) used.add(node.text);
  }
  if (model.isParameters) return;
  for (const kind of ['params', 'vars'])
    for (const declared of model[kind].values())
      if (!used.has(declared.name) && !model.exported.has(declared.name)) yield finding('unused', model, declared.node, `'${declared.name}' is declared and never used.`);
  for (const resource of model.resources.values())
    if (resource.existing && !used.has(resource.name)) yield finding('unused', model, resource.node, `The existing resource '${resource.name}' is never used.`);
}

export function* modules(model, load) {
  for (const module of model.modules.values()) {
    if (/^(br|ts)[/:]/.test(module.what ?? '')) { yield finding('module-remote', model, module.node, `The module '${module.what}' comes from a registry; modules are local here.`); continue; }
    const target = load(path.resolve(path.dirname(model.file), module.what ?? ''));
    if (!target) { yield finding('module-path', model, module.node, `There is no file '${module.what}'.`); continue; }

    const passed = properties(property(module.body, 'params'));
    for (const [name, { key }] of passed)
      if (!target.params.has(name)) yield finding('module-parameter', model, key, `'${module.what}' has no parameter '${name}'.`);
    for (const parameter of target.params.values())
      if (parameter.required && !passed.has(parameter.name)) yield finding('module-parameter', model, module.node, `'${module.what}' needs the parameter '${parameter.name}', which '${module.name}' does not pass.`);

    for (const node of walk(model.root)) {
      const at = new RegExp(`^${module.name}!?\\.\\??outputs\\.\\??(\\w+)$`).exec(node.type === 'member_expression' ? node.text : '');
      if (at && !target.outputs.has(at[1])) yield finding('module-output', model, node, `'${module.what}' has no output '${at[1]}'.`);
    }
  }
}

/** What is imported is there and exported. */
export function* imports(model, load) {
  for (const one of model.imports) {
    if (/^(br|ts)[/:]/.test(one.file ?? '')) { yield finding('module-remote', model, one.node, `'${one.file}' comes from a registry; what is imported is local here.`); continue; }
    const target = load(path.resolve(path.dirname(model.file), one.file ?? ''));
    if (!target) { yield finding('module-path', model, one.node, `There is no file '${one.file}'.`); continue; }
    for (const name of one.names)
      if (!target.exported.has(name)) yield finding('import', model, one.node, `'${one.file}' exports no '${name}'.`);
  }
}

export function* loadedFiles(model) {
  for (const node of walk(model.root)) {
    if (node.type !== 'call_expression') continue;
    const name = node.childForFieldName('function').text;
    if (!/^load(Json|Text|Yaml)Content$|^loadFileAsBase64$/.test(name)) continue;
    const relative = literal(node.childForFieldName('arguments').namedChildren[0]);
    const file = path.resolve(path.dirname(model.file), relative ?? '');
    if (!relative || !fs.existsSync(file)) { yield finding('loaded-file', model, node, `${name} reads '${relative}', which is not there.`); continue; }
    if (!file.endsWith('.json')) continue;
    let content;
    try { content = JSON.parse(fs.readFileSync(file, 'utf8')); }
    catch (error) { yield finding('loaded-file', model, node, `'${relative}' is not JSON: ${error.message}`); continue; }
    const variable = [...model.vars.values()].find(v => v.value.id === node.id);
    for (const access of variable ? walk(model.root) : [])
      if (access.type === 'member_expression' && access.childForFieldName('object').text === variable.name && !(access.childForFieldName('property').text in content))
        yield finding('loaded-file', model, access, `'${relative}' has no '${access.childForFieldName('property').text}'.`);
  }
}

const roleId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Role ids are kept in variables named ...RoleId, each once in all files and with the role's name beside it. */
export function* roles(models) {
  const ids = new Map(), titles = new Map();
  for (const model of models)
    for (const variable of model.vars.values()) {
      const id = variable.name.endsWith('RoleId') ? literal(variable.value) : undefined;
      if (id === undefined) continue;
      if (!roleId.test(id)) { yield finding('role-id', model, variable.node, `'${id}' is not the id of a role.`); continue; }
      const title = /\/\/ (.+)$/.exec(model.text.split('\n')[line(variable.node) - 1])?.[1];
      if (!title) yield finding('role-id', model, variable.node, `The role ${id} has no name beside it.`);
      else if (title.replaceAll(' ', '').toLowerCase().includes(variable.name.slice(0, -'RoleId'.length).toLowerCase()) === false)
        yield finding('role-id', model, variable.node, `The variable '${variable.name}' holds the role '${title}'.`);
      if (ids.has(id)) yield finding('role-id', model, variable.node, `The role ${id} is declared twice.`);
      if (title && titles.has(title)) yield finding('role-id', model, variable.node, `The role name '${title}' is declared twice.`);
      ids.set(id, variable);
      titles.set(title, variable);
    }
}

/** Both kinds of parameters file name parameters that exist, and every one that has no default. */
export function* parameterFiles(folder, main, bicepparams) {
  const file = path.join(folder, 'main.parameters.json');
  const given = Object.keys(JSON.parse(fs.readFileSync(file, 'utf8')).parameters);
  const lists = [{ file, given, at: () => undefined }, ...bicepparams.map(m => ({ file: m.file, given: [...m.vars.keys()].filter(n => new RegExp(`^var ${n} *=`, 'm').test(m.text)), at: n => m.vars.get(n)?.node }))];
  for (const list of lists) {
    for (const name of list.given)
      if (!main.params.has(name)) yield finding('parameters-file', list, list.at(name), `main.bicep has no parameter '${name}'.`);
    for (const parameter of main.params.values())
      if (parameter.required && !list.given.includes(parameter.name)) yield finding('parameters-file', list, undefined, `The parameter '${parameter.name}' has no default and is not given.`);
  }
}

const neverOnFlex = /^(FUNCTIONS_WORKER_RUNTIME|FUNCTIONS_EXTENSION_VERSION|WEBSITE_RUN_FROM_PACKAGE|WEBSITE_CONTENT\w*|SCM_DO_BUILD_DURING_DEPLOYMENT|ENABLE_ORYX_BUILD|WEBSITE_TIME_ZONE|TZ|AzureWebJobsStorage|AzureWebJobsDashboard)$/;

export function* settings(model) {
  for (const node of walk(model.root)) {
    if (node.type !== 'object') continue;
    for (const [name, { key }] of properties(node))
      if (neverOnFlex.test(name)) yield finding('forbidden-setting', model, key, `The setting '${name}' must not be set on Flex Consumption.`);
  }
}

const hardened = {
  'Microsoft.Storage/storageAccounts': { 'properties.allowSharedKeyAccess': 'false', 'properties.allowBlobPublicAccess': 'false', 'properties.minimumTlsVersion': "'TLS1_2'", 'properties.supportsHttpsTrafficOnly': 'true' },
  'Microsoft.ServiceBus/namespaces': { 'properties.disableLocalAuth': 'true', 'properties.minimumTlsVersion': "'1.2'" },
  'Microsoft.Insights/components': { 'properties.DisableLocalAuth': 'true' },
  'Microsoft.KeyVault/vaults': { 'properties.enableSoftDelete': 'true', 'properties.enablePurgeProtection': 'true', 'properties.enableRbacAuthorization': 'true' },
  'Microsoft.Web/sites': { 'properties.httpsOnly': 'true', 'properties.siteConfig.minTlsVersion': "'1.2'", 'properties.siteConfig.ftpsState': "'Disabled'" },
};

export function* hardening(model) {
  for (const resource of model.resources.values())
    for (const [name, value] of Object.entries(resource.existing ? {} : hardened[resource.what?.split('@')[0]] ?? {})) {
      const is = property(resource.body, name)?.text;
      if (is !== value) yield finding('hardening', model, resource.node, `${name} of '${resource.name}' is ${is ?? 'missing'}; it has to be ${value}.`);
    }
}

const environmentHosts = /(core\.windows\.net|vault\.azure\.net|vaultcore\.azure\.net|servicebus\.windows\.net|login\.microsoftonline\.com|management\.azure\.com|azurewebsites\.net)/;

/** Hosts differ between clouds: environment() and the resources themselves know them. */
export function* hosts(model) {
  for (const node of walk(model.root)) {
    const host = node.type === 'string' ? environmentHosts.exec(node.text) : null;
    if (host) yield finding('hard-coded-host', model, node, `'${host[1]}' is the host of one cloud; take it from environment() or from the resource.`);
  }
}
