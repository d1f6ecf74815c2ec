// Prints infra/main.parameters.json with the environment's values in it, as azd does: ${NAME} and ${NAME=default};
// empty takes the default. A parameter that stays empty without a default of its own here is left out, so that
// main.bicep's default counts.
import { readFileSync } from 'node:fs';

const file = JSON.parse(readFileSync('infra/main.parameters.json', 'utf8'));
const types = Object.fromEntries([...readFileSync('infra/main.bicep', 'utf8').matchAll(/^param (\w+) (\w+)/gm)].map(found => [found[1], found[2]]));

const typed = (value, type) => type === 'bool' ? value === 'true' : type === 'int' ? Number(value) : value;

for (const [name, parameter] of Object.entries(file.parameters)) {
  if (typeof parameter.value !== 'string') continue;
  const value = parameter.value.replace(/\$\{(\w+)(?:=([^}]*))?\}/g, (_, variable, otherwise) => process.env[variable] || otherwise || '');
  if (value === '' && !parameter.value.includes('=')) delete file.parameters[name];
  else parameter.value = typed(value, types[name]);
}
console.log(JSON.stringify(file, null, 2));
