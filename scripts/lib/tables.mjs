// Copies the product's tables to a folder and back, one line of JSON an entity.
//   node tables.mjs backup  ACCOUNT FOLDER
//   node tables.mjs restore ACCOUNT FOLDER [--overwrite]     only missing rows, unless told to overwrite
// Signed in as `az` is. ACCOUNT is a storage account's name, or the address of a table service with a SAS (Azurite).
import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { once } from 'node:events';

// As infra/main.bicep makes them; a test compares.
const tables = ['announced', 'caselist', 'cases', 'hours', 'mentions', 'notices', 'opencases', 'receipts', 'riskindex', 'seen', 'sources', 'stages', 'statements', 'warnings'];
const attempts = 5;
const atOnce = 16;

const [action, account, folder, ...options] = process.argv.slice(2);
if (!['backup', 'restore'].includes(action) || !account || !folder) {
  console.error('Usage: node tables.mjs backup|restore ACCOUNT FOLDER [--overwrite]');
  process.exit(2);
}

const az = (...args) => execFileSync(process.platform === 'win32' ? 'az.cmd' : 'az', [...args, '--output', 'tsv'], { encoding: 'utf8', shell: process.platform === 'win32' }).trim();
const isAddress = account.startsWith('http');
const address = isAddress ? new URL(account) : new URL(az('storage', 'account', 'show', '--name', account, '--query', 'primaryEndpoints.table'));
const resource = `${address.protocol}//storage.azure.com/`.replace('http:', 'https:');
let token, fetched = 0;

// A token is good for an hour or so; a long copy needs more than one.
function authorization() {
  if (isAddress) return {};
  if (!token || Date.now() - fetched > 20 * 60_000) {
    token = az('account', 'get-access-token', '--resource', resource, '--query', 'accessToken');
    fetched = Date.now();
  }
  return { Authorization: `Bearer ${token}` };
}

function url(relative, query = {}) {
  const at = new URL(address);
  at.pathname = `${at.pathname.replace(/\/$/, '')}/${relative}`;
  for (const [name, value] of Object.entries(query)) if (value) at.searchParams.set(name, value);
  return at;
}

async function ask(method, at, body, headers = {}) {
  for (let attempt = 1; ; attempt++) {
    const answer = await fetch(at, {
      method, body,
      headers: { ...authorization(), Accept: 'application/json;odata=fullmetadata', 'x-ms-version': '2020-12-06', 'x-ms-date': new Date().toUTCString(), DataServiceVersion: '3.0', ...(body ? { 'Content-Type': 'application/json' } : {}), ...headers },
    }).catch(error => ({ status: 0, text: async () => error.message }));
    if (answer.status && answer.status !== 429 && answer.status < 500) return answer;
    if (attempt === attempts) throw new Error(`${method} ${at.pathname} answered ${answer.status}: ${await answer.text()}`);
    await new Promise(resolve => setTimeout(resolve, 500 * 2 ** attempt));
  }
}

// A double that happens to be whole is written 1.0, which JavaScript would give back as 1: another type. So doubles get
// their type beside them. Inside a string a quote has a backslash before it, so this never matches there.
const withDoubles = text => text.replace(/"([^"\\]+)":(-?\d+\.\d+(?:[eE][-+]?\d+)?)(?=[,}])/g, '"$1@odata.type":"Edm.Double","$1":$2');

async function backup(table) {
  const file = createWriteStream(path.join(folder, `${table}.jsonl`));
  let count = 0, partition, row;
  do {
    const answer = await ask('GET', url(`${table}()`, { NextPartitionKey: partition, NextRowKey: row }));
    if (answer.status === 404) break; // never used yet
    if (!answer.ok) throw new Error(`The table '${table}' cannot be read: ${answer.status} ${await answer.text()}`);
    for (const entity of JSON.parse(withDoubles(await answer.text())).value) {
      for (const name of Object.keys(entity)) if (name.startsWith('odata.') || name === 'Timestamp' || name === 'Timestamp@odata.type') delete entity[name];
      if (!file.write(JSON.stringify(entity) + '\n')) await once(file, 'drain');
      count++;
    }
    partition = answer.headers.get('x-ms-continuation-nextpartitionkey');
    row = answer.headers.get('x-ms-continuation-nextrowkey');
  } while (partition);
  file.end();
  await once(file, 'finish');
  console.log(`${table}: ${count} entities`);
}

const quoted = key => encodeURIComponent(key.replaceAll("'", "''"));

async function write(table, line, counts) {
  const inserted = await ask('POST', url(table), line, { Prefer: 'return-no-content' });
  if (inserted.ok) { counts.written++; return; }
  if (inserted.status !== 409) throw new Error(`A row of '${table}' is refused: ${inserted.status} ${await inserted.text()}`);
  if (!options.includes('--overwrite')) { counts.kept++; return; }
  const { PartitionKey, RowKey } = JSON.parse(line);
  const replaced = await ask('PUT', url(`${table}(PartitionKey='${quoted(PartitionKey)}',RowKey='${quoted(RowKey)}')`), line);
  if (!replaced.ok) throw new Error(`A row of '${table}' is refused: ${replaced.status} ${await replaced.text()}`);
  counts.written++;
}

async function restore(table) {
  const file = path.join(folder, `${table}.jsonl`);
  if (!existsSync(file)) { console.log(`${table}: not in ${folder}`); return; }
  const made = await ask('POST', url('Tables'), JSON.stringify({ TableName: table }), { Prefer: 'return-no-content' });
  if (!made.ok && made.status !== 409) throw new Error(`The table '${table}' cannot be made: ${made.status} ${await made.text()}`);
  const counts = { written: 0, kept: 0 };
  let group = [];
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    if (line) group.push(write(table, line, counts));
    if (group.length === atOnce) { await Promise.all(group); group = []; }
  }
  await Promise.all(group);
  console.log(`${table}: ${counts.written} written, ${counts.kept} were there`);
}

mkdirSync(folder, { recursive: true });
for (const table of tables) await (action === 'backup' ? backup : restore)(table);
