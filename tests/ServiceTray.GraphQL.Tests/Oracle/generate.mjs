// Random documents over a schema: most valid, some broken in one place. The same seed gives the same documents.
export function generator(graphql, schema, seed) {
  const { isObjectType, isInterfaceType, isUnionType, isCompositeType, isNonNullType, isListType, isEnumType, isInputObjectType, getNamedType, getNullableType } = graphql;
  const random = () => {
    seed = (seed + 0x6D2B79F5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const chance = p => random() < p;
  const pick = list => list[Math.floor(random() * list.length)];
  const texts = ['', 'abc', 'none', 'Hyvää päivää', '🏊 ui', 'a"b\\c', 'rivi\nrivi', 'tab\t'];
  const ids = ['p1', 'p3', 'p5', 'r1', 'r2', 'alien', 'x', ''];
  let state;

  const quote = text => JSON.stringify(text);
  const block = text => '"""' + text.replace(/"""/g, '\\"""') + '"""';
  function scalar(name, wrong) {
    if (wrong) name = pick(['Int', 'Float', 'String', 'Boolean', 'Object', 'Enum'].filter(n => n !== name));
    switch (name) {
      case 'Int': return pick(['0', '1', '-7', '42', '-0', '2147483647', chance(.2) ? '2147483648' : '12']);
      case 'Float': return pick(['0.5', '-12.75e-2', '1e3', '3', '-0.0']);
      case 'Boolean': return pick(['true', 'false']);
      case 'ID': return chance(.3) ? pick(['1', '23']) : quote(pick(ids));
      case 'Object': return '{ a: 1 }';
      case 'Enum': return 'PURPLE';
      default: return chance(.15) ? block(pick(['blokki', '\n    sisennys\n      lisää\n    ', 'x\\y'])) : quote(pick(texts));
    }
  }
  // A value as GraphQL text.
  function literal(type, depth, mayUseVariables) {
    if (mayUseVariables && chance(.25)) return variable(type);
    if (chance(.01)) return scalar('', true);
    if (isNonNullType(type)) return literal(type.ofType, depth, false);
    if (chance(.06)) return 'null';
    if (isListType(type)) return chance(.2) ? literal(type.ofType, depth, mayUseVariables) : '[' + Array.from({ length: Math.floor(random() * 4) }, () => literal(type.ofType, depth, mayUseVariables)).join(', ') + ']';
    if (isEnumType(type)) return pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      let fields = Object.values(type.getFields()).filter(f => graphql.isRequiredInputField(f) ? !chance(.03) : depth < 3 && chance(.4));
      if (type.isOneOf && !chance(.15)) fields = [pick(Object.values(type.getFields()))];
      const parts = fields.map(f => `${f.name}: ${literal(f.type, depth + 1, mayUseVariables)}`);
      if (chance(.02)) parts.push('unknown: 1');
      if (chance(.02) && parts.length) parts.push(parts[0]);
      return `{ ${parts.join(', ')} }`;
    }
    return scalar(type.name, false);
  }
  // A value as JSON.
  function json(type, depth) {
    if (chance(.04)) return pick([null, 1.5, 'x', true, [], {}, 3e9]);
    if (isNonNullType(type)) return json(type.ofType, depth);
    if (chance(.08)) return null;
    if (isListType(type)) return chance(.2) ? json(type.ofType, depth) : Array.from({ length: Math.floor(random() * 4) }, () => json(type.ofType, depth));
    if (isEnumType(type)) return pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      let fields = Object.values(type.getFields()).filter(f => graphql.isRequiredInputField(f) ? !chance(.03) : depth < 3 && chance(.4));
      if (type.isOneOf && !chance(.15)) fields = [pick(Object.values(type.getFields()))];
      const value = Object.fromEntries(fields.map(f => [f.name, json(f.type, depth + 1)]));
      if (chance(.03)) value.unknown = 1;
      return value;
    }
    switch (type.name) {
      case 'Int': return pick([0, 1, -7, 42, 2147483647, chance(.2) ? 2147483648 : 12]);
      case 'Float': return pick([0.5, -12.75, 3]);
      case 'Boolean': return chance(.5);
      case 'ID': return chance(.3) ? 23 : pick(ids);
      default: return pick(texts);
    }
  }
  function variable(type) {
    const known = state.variables.filter(v => v.type === String(type));
    if (known.length && chance(.4)) return '$' + pick(known).name;
    let declared = type;
    if (!isNonNullType(type) && chance(.2)) declared = new graphql.GraphQLNonNull(type);
    if (isNonNullType(type) && chance(.15)) declared = type.ofType;
    const name = 'v' + state.variables.length;
    const initial = chance(.25) ? ` = ${literal(declared, 1, false)}` : '';
    state.variables.push({ name, type: String(declared), text: `$${name}: ${declared}${initial}${chance(.05) ? ' @mark' : ''}` });
    if (!chance(initial || !isNonNullType(declared) ? .3 : .04)) state.values[name] = json(declared, 1);
    return '$' + name;
  }
  const booleanType = new graphql.GraphQLNonNull(graphql.GraphQLBoolean);
  function directives(place) {
    let text = '';
    if (chance(.08)) text += ` @${pick(['skip', 'include'])}(if: ${chance(.5) ? variable(booleanType) : pick(['true', 'false'])})`;
    if (chance(.04)) text += ' @mark';
    if (chance(.02)) text += ' @mark(label: "x")';
    if (chance(.004)) text += pick([' @once', ' @once @once', ' @unknown', ' @deprecated', ' @skip']);
    return text;
  }
  function args(field) {
    const parts = field.args.filter(a => graphql.isRequiredArgument(a) ? !chance(.015) : chance(.4)).map(a => `${a.name}: ${literal(a.type, 1, true)}`);
    if (chance(.004)) parts.push('bogus: 1');
    return parts.length ? `(${parts.join(', ')})` : '';
  }
  function field(type, depth) {
    if (chance(.12)) return (chance(.2) ? 'kind: ' : '') + '__typename';
    if (chance(.004)) return 'unknownField';
    if (isUnionType(type)) return '__typename';
    const all = Object.values(type.getFields());
    const usable = depth > 4 ? all.filter(f => !isCompositeType(getNamedType(f.type))) : all;
    if (!usable.length) return '__typename';
    const chosen = pick(usable);
    const composite = isCompositeType(getNamedType(chosen.type));
    const given = args(chosen);
    const alias = given && chance(.85) ? `y${state.count++}: ` : chance(.12) ? (chance(.1) ? pick(['a', 'name', 'age']) : 'x' + Math.floor(random() * 90)) + ': ' : '';
    let text = alias + chosen.name + given + directives();
    if (composite ? !chance(.004) : chance(.002)) text += ' ' + selections(composite ? getNamedType(chosen.type) : schema.getQueryType(), depth + 1);
    return text;
  }
  function condition(type) {
    if (chance(.01)) return pick(['Person', 'Color', 'Nothing', 'Filter']);
    if (isObjectType(type)) return pick([type.name, ...type.getInterfaces().map(i => i.name)]);
    return pick([type.name, ...schema.getPossibleTypes(type).map(t => t.name)]);
  }
  function selections(type, depth) {
    const parts = [];
    const count = 1 + Math.floor(random() * (depth < 3 ? 5 : 3));
    for (let i = 0; i < count; i++) {
      const dice = random();
      if (dice < .12 || ((isUnionType(type) || isInterfaceType(type)) && dice < .5)) {
        const on = chance(.15) ? null : condition(type);
        const inner = on === null ? type : schema.getType(on);
        parts.push(`...${on === null ? '' : ' on ' + on}${directives()} ${selections(isCompositeType(inner) ? inner : type, depth + 1)}`);
      } else if (dice < .18 && (depth < 5 || isUnionType(type))) {
        parts.push(spread(type, depth));
      } else {
        parts.push(field(type, depth));
      }
    }
    return `{ ${parts.join(pick([' ', '\n', ', ']))} }`;
  }
  function spread(type, depth) {
    const fitting = state.fragments.filter(f => f.type === type.name);
    if (fitting.length && chance(.5)) return `...${pick(fitting).name}${directives()}`;
    if (chance(.02)) return '...Missing';
    const fragment = { name: 'F' + state.fragments.length, type: type.name, text: '' };
    if (chance(.05)) state.fragments.push(fragment);
    const on = condition(type);
    const inner = isCompositeType(schema.getType(on)) ? schema.getType(on) : type;
    fragment.text = `fragment ${fragment.name} on ${on} ${selections(inner, depth + 1)}`;
    if (!state.fragments.includes(fragment)) {
      fragment.name = 'F' + state.fragments.length;
      fragment.text = fragment.text.replace(/^fragment F\d+/, 'fragment ' + fragment.name);
      state.fragments.push(fragment);
    }
    return `...${fragment.name}${directives()}`;
  }
  function operation(kind, name) {
    const root = kind === 'mutation' ? schema.getMutationType() : kind === 'subscription' ? schema.getSubscriptionType() : schema.getQueryType();
    state.variables = [];
    const body = kind === 'subscription' && !chance(.2) ? `{ ticks${chance(.5) ? '(to: 2)' : ''} { value } }` : selections(root, 1);
    if (chance(.01)) state.variables.push({ text: '$unused: Int' });
    const head = state.variables.length ? `(${state.variables.map(v => v.text).join(', ')})` : '';
    return kind === 'query' && !name && !head ? body : `${kind} ${name}${head}${chance(.03) ? ' @mark' : ''} ${body}`;
  }
  function breakText(text) {
    const at = Math.floor(random() * text.length);
    const pieces = ['{', '}', '(', ')', '$', '!', ':', '"', '...', '@', '#', '.5', '\\', '[', ']', '|', 'on', '€', '"""'];
    switch (Math.floor(random() * 3)) {
      case 0: return text.slice(0, at) + text.slice(at + 1);
      case 1: return text.slice(0, at) + pick(pieces) + text.slice(at);
      default: return text.slice(0, at);
    }
  }
  return function next() {
    state = { variables: [], values: {}, fragments: [], count: 0 };
    const kind = chance(.08) ? 'mutation' : chance(.03) ? 'subscription' : 'query';
    const twice = chance(.04);
    let text = operation(kind, chance(.5) || twice ? 'First' : '');
    if (twice) text += '\n' + (chance(.9) ? 'query Second { me { id } }' : pick(['{ me { id } }', 'query First { me { id } }']));
    text += state.fragments.map(f => '\n' + f.text).join('');
    if (chance(.02)) text += '\nfragment Unused on Person { id }';
    if (chance(.01)) text += '\ntype Extra { a: Int }';
    if (chance(.1)) text = breakText(text);
    return { query: text, variables: state.values, operationName: twice ? 'First' : null };
  };
}
