// The zoo of ../Zoo/*.cs told again for graphql-js: the same data, the same failures.
const names = ['Aino', 'Bertil', 'Chen', 'Dalia', 'Eero', 'Fatuma'];
const person = n => ({ kind: 'Person', n: ((n - 1) % 6) + 1 });
const robot = n => ({ kind: 'Robot', n });
const fail = message => { throw new Error(message); };
const spell = value => Array.isArray(value) ? '[' + value.map(spell).join(',') + ']'
  : value !== null && typeof value === 'object'
    ? '{' + Object.keys(value).sort().map(k => JSON.stringify(k) + ':' + spell(value[k])).join(',') + '}'
    : JSON.stringify(value);
const echo = args => spell(Object.fromEntries(Object.entries(args).filter(([, v]) => v !== null && v !== undefined)));
const called = (name, { upper }) => upper ? name.toUpperCase() : name;

const fields = {
  Person: {
    id: p => 'p' + p.n,
    name: (p, args) => called(names[p.n - 1], args),
    age: p => 20 + p.n * 7,
    height: p => p.n === 4 ? null : 1.5 + p.n * 0.25,
    color: p => ['RED', 'DARK_GREEN', 'BLUE'][p.n % 3],
    nickname: p => p.n % 3 === 0 ? null : names[p.n - 1].slice(0, 2),
    secret: p => p.n % 2 === 0 ? fail('secret') : p.n === 5 ? null : 's' + p.n,
    tags: p => p.n === 5 ? ['a', null, 'c'] : [names[p.n - 1], 'tag'],
    scores: p => [p.n, null, p.n * 2],
    friends: p => [person(p.n + 1), person(p.n + 2)],
    bestFriend: p => p.n === 6 ? null : person(p.n + 1),
    later: p => p.n === 3 ? fail('later') : p.n === 6 ? null : person(p.n + 1),
    pets: p => p.n % 2 === 0 ? [dog(`Rekku ${p.n}`, true, p)] : [{ kind: 'Cat', name: 'Mirri', lives: 9, owner: null }, dog('Musti', false, p)],
    old: p => 20 + p.n * 7,
  },
  Robot: {
    id: r => 'r' + r.n,
    name: (r, args) => called(`Robot ${r.n}`, args),
    model: r => r.n === 1 ? 'R1' : 'R2',
    owner: r => person(r.n),
    age: r => r.n + 0.5,
  },
  Query: {
    me: () => person(1),
    person: (_, { id }) => /^p[1-6]$/.test(id) ? person(Number(id[1])) : null,
    people: (_, { first }) => Array.from({ length: Math.max(0, Math.min(6, first ?? 0)) }, (_, i) => person(i + 1)),
    named: () => [person(1), robot(1), person(3), robot(2)],
    pets: () => [dog('Rekku', true, person(2)), null, { kind: 'Cat', name: 'Mirri', lives: 7, owner: null }],
    search: (_, { text }) => text === 'none' ? [] : [person(5), dog('Rekku', false, null), robot(2)],
    node: (_, { id }) => id.startsWith('r') ? robot(id === 'r1' ? 1 : 2) : id === 'alien' ? { kind: 'Alien' } : fields.Query.person(_, { id }),
    echo: (_, args) => echo(args),
    echoDefault: (_, args) => echo(args),
    needs: (_, args) => echo(args),
    fails: () => fail('fails'),
    failsHard: () => fail('fails hard'),
    nobody: () => null,
    wrongInt: () => 5000000000,
    holes: () => [1, null, 3],
    deep: () => ({ level: 1 }),
  },
  Deep: {
    deep: d => d.level > 4 ? null : { level: d.level + 1 },
    soft: d => ({ level: d.level + 1 }),
    broken: () => fail('broken'),
    ok: d => `level ${d.level}`,
  },
  Mutation: {
    add: (_, { by }, context) => ({ value: context.tally += by }),
    fail: () => fail('fail'),
    explode: () => null,
  },
};
function dog(name, barks, owner) { return { kind: 'Dog', name, barks, owner }; }

export const fieldResolver = (source, args, context, info) => {
  const own = fields[info.parentType.name]?.[info.fieldName];
  return own ? own(source, args, context) : source[info.fieldName];
};
export const typeResolver = value => value.kind;
