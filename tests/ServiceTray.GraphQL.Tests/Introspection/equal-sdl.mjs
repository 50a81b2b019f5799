// Usage: node equal-sdl.mjs CHECKS_HOME ORIGINAL PRINTED
// Whether graphql-js builds equal schemas from two SDL files.
import { createRequire } from 'node:module';
import fs from 'node:fs';
const [home, ...files] = process.argv.slice(2);
const require = createRequire(home + '/gql/package.json');
const { buildSchema, printSchema, lexicographicSortSchema } = require('graphql');
const [original, printed] = files.map(file => printSchema(lexicographicSortSchema(buildSchema(fs.readFileSync(file, 'utf8')))));
if (original !== printed) { console.error(`${printed}\n--- original ---\n${original}`); process.exit(1); }
console.log('equal');
