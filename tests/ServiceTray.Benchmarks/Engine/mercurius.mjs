// Usage: node mercurius.mjs PACKAGES_FOLDER SDL_FILE PAGE_FILE
// The catalogue by mercurius with JIT, over the same objects; prints its address.
import { createRequire } from 'node:module';
import fs from 'node:fs';
const [packages, sdl, pageFile] = process.argv.slice(2);
const require = createRequire(packages + '/package.json');
const page = JSON.parse(fs.readFileSync(pageFile, 'utf8'));
const app = require('fastify')();
app.register(require('mercurius'), {
  schema: fs.readFileSync(sdl, 'utf8'),
  resolvers: { Query: { offerings: (_, { first }) => first === page.edges.length ? page : { ...page, edges: page.edges.slice(0, first) } } },
  jit: 1,
});
app.get('/spent', (_, reply) => { const { user, system } = process.cpuUsage(); reply.send(`0 ${user + system}`); });
app.get('/health', (_, reply) => reply.send('ready'));
console.log(await app.listen({ port: 0, host: '127.0.0.1' }));
