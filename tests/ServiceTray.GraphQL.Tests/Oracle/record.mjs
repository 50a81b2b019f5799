// Usage: node record.mjs CHECKS_HOME OUT.ndjson.gz [COUNT] [SEED]
// Records what graphql-js says of generated documents: verdict, data, and the paths of errors. OracleRecord.ndjson.gz was made with 4000 7.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { generator } from './generate.mjs';
import { fieldResolver, typeResolver } from './zoo.mjs';
const [home, out, count = '4000', seed = '7'] = process.argv.slice(2);
const graphql = createRequire(home + '/gql/package.json')('graphql');
const here = path.dirname(fileURLToPath(import.meta.url));
const schema = graphql.buildSchema(fs.readFileSync(path.join(here, '../Zoo/Zoo.graphql'), 'utf8'));

function judge({ query, variables, operationName }) {
  let document;
  try { document = graphql.parse(query); } catch { return { verdict: 'syntax' }; }
  try {
    if (graphql.validate(schema, document).length) return { verdict: 'invalid' };
  } catch { return { verdict: 'invalid' }; } // graphql-js 16 throws at a subscription whose root field has @skip(if: $variable)
  const operation = graphql.getOperationAST(document, operationName);
  if (operation.operation === 'subscription') return { verdict: 'subscription' };
  const result = graphql.execute({ schema, document, variableValues: variables, operationName, fieldResolver, typeResolver, contextValue: { tally: 0 } });
  if (result.data === undefined) return { verdict: 'variables' };
  return { verdict: 'run', data: result.data, paths: (result.errors ?? []).map(e => String(JSON.stringify(e.path))).sort() };
}

const next = generator(graphql, schema, Number(seed));
const lines = [];
const totals = {};
while (lines.length < Number(count)) {
  const request = next();
  if (Buffer.from(request.query).toString() !== request.query) continue; // half a surrogate pair
  const judged = judge(request);
  totals[judged.verdict] = (totals[judged.verdict] ?? 0) + 1;
  lines.push(JSON.stringify({ ...request, ...judged }));
}
fs.writeFileSync(out, zlib.gzipSync(lines.join('\n') + '\n', { level: 9 }));
console.log(JSON.stringify(totals));
