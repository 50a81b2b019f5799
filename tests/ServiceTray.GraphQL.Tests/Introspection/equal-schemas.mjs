// Usage: node equal-schemas.mjs CHECKS_HOME SDL_FILE URL
// Whether graphql-js builds the same valid schema from the introspection result, from the served SDL and from the original SDL.
import { createRequire } from 'node:module';
import fs from 'node:fs';
const [home, file, url] = process.argv.slice(2);
const require = createRequire(home + '/gql/package.json');
const { getIntrospectionQuery, buildClientSchema, buildSchema, printSchema, lexicographicSortSchema, validateSchema } = require('graphql');
const post = query => fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) }).then(r => r.json());
const answer = await post(getIntrospectionQuery({ specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true }));
if (answer.errors) { console.error(JSON.stringify(answer.errors)); process.exit(1); }
const print = schema => printSchema(lexicographicSortSchema(schema));
const original = print(buildSchema(fs.readFileSync(file, 'utf8')));
const client = buildClientSchema(answer.data);
const problems = validateSchema(client);
if (problems.length) { console.error('invalid: ' + problems.join('\n')); process.exit(1); }
const served = print(buildSchema(await (await fetch(url + '/schema.graphql')).text()));
for (const [name, text] of [['introspection', print(client)], ['served SDL', served]]) {
  if (text !== original) { console.error(`${name} differs:\n${text}\n--- original ---\n${original}`); process.exit(1); }
}
console.log('equal');
