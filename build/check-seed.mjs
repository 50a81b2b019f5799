// Checks seed-data/pohjois-savo: shapes, references, rules of the texts, and that each venue lies inside its municipality.
// Usage: node build/check-seed.mjs [folder]   Exit code 0: sound; 1: problems, one a line.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { tellPlaceProblems } from './check-seed-places.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = path.resolve(process.argv[2] ?? path.join(root, 'seed-data/pohjois-savo'));
const problems = [];
const tell = (where, what) => problems.push(`${where}: ${what}`);

const words = line => line.split(' ');
const THEMES = words('MOVEMENT NATURE CULTURE MIND NUTRITION_AND_SLEEP GUIDANCE LIVELIHOOD COMMUNITY');
const KINDS = words('COUNTY MUNICIPALITY ASSOCIATION PARISH EMPLOYMENT_SERVICE STATE COMPANY OTHER');
const MODES = words('IN_PERSON ONLINE PHONE HOME_VISIT');
const AUDIENCES = words('ALL CHILDREN YOUTH ADULTS OLDER_PEOPLE FAMILIES PARENTS CARERS LONG_TERM_ILL DISABLED UNEMPLOYED STUDENTS IMMIGRANTS MEN WOMEN');
const ACCESS = words('DROP_IN BOOKING SELF_REFERRAL REFERRAL');
const CAPACITY = words('ROOM WAITING_LIST FULL ASK');
const ASPECTS = words('WHEELCHAIR STEP_FREE ACCESSIBLE_TOILET PARKING LOW_VISION HEARING INDUCTION_LOOP COGNITIVE_EASE SIGN_LANGUAGE QUIET ASSISTANCE_DOG ASSISTANT_FREE');
const WEEKDAYS = words('MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY');
const MUNICIPALITIES = words('140 171 204 239 263 297 402 420 595 686 687 749 762 778 844 857 915 921 925');
const TEXTS = words('names summaries descriptions');
const KEYS = {
  organisation: words('key kind names descriptions contacts links'),
  venue: words('key names streetAddresses postalCode municipality latitude longitude approximate arrivals'),
  offering: words('key organisation venues names summaries descriptions themes modes availability audiences minimumAge maximumAge languages price access capacity accessibility lowThreshold acceptsReferrals contacts links'),
  activity: words('openingHours guidancePoint'),
  event: words('dates registration'),
};

const read = name => {
  const text = fs.readFileSync(path.join(folder, name), 'utf8');
  if (Buffer.byteLength(text) > 60 * 1024) tell(name, 'is over 60 KB');
  return JSON.parse(text);
};
const names = fs.readdirSync(folder).filter(name => name.endsWith('.json'));
const organisations = read('organisations.json');
const venues = read('venues.json');
const gather = start => names.filter(name => name.startsWith(start)).flatMap(name => read(name).map(item => ({ ...item, file: name })));
const activities = gather('activities-');
const events = gather('events-');
const offerings = [...activities, ...events];

function only(where, item, allowed) {
  for (const key of Object.keys(item)) if (key !== 'file' && !allowed.includes(key)) tell(where, `unknown key ${key}`);
  for (const [key, value] of Object.entries(item)) {
    if (key !== 'price' && key !== 'venues' && (value === null || (Array.isArray(value) && value.length === 0))) tell(where, `${key} is empty`);
  }
}
function oneOf(where, value, allowed) { if (!allowed.includes(value)) tell(where, `unknown ${value}`); }
function someOf(where, list, allowed, least = 1) {
  if (!Array.isArray(list) || list.length < least) return tell(where, 'is missing');
  if (new Set(list).size !== list.length) tell(where, 'says the same twice');
  for (const value of list) oneOf(where, value, allowed);
}
function text(where, value, { most = 2000, needed = false } = {}) {
  if (value === undefined) { if (needed) tell(where, 'is missing'); return; }
  if (!value.fi) tell(where, 'has no Finnish');
  for (const [language, words] of Object.entries(value)) {
    if (!['fi', 'sv', 'en'].includes(language)) tell(where, `unknown language ${language}`);
    if (!words.trim() || words !== words.trim() || / {2}|<|\t/.test(words)) tell(where, `untidy ${language}`);
    if (words.length > most) tell(where, `${language} has ${words.length} characters of ${most}`);
  }
}
function contacts(where, list = []) {
  for (const { kind, value, labels, hours } of list) {
    oneOf(where, kind, ['PHONE', 'EMAIL', 'WEB', 'ADDRESS']);
    if (kind === 'PHONE' && !/^(017|050) 000 \d{4}$/.test(value)) tell(where, `${value} is not an invented number`);
    if (kind === 'EMAIL' && !/^[a-z-]+@esimerkki\.example$/.test(value)) tell(where, `${value} is not an invented address`);
    text(`${where} label`, labels);
    text(`${where} hours`, hours);
  }
}
function links(where, list = []) {
  for (const { url, titles } of list) {
    if (!/^https:\/\/esimerkki\.example\/[a-z-]+$/.test(url)) tell(where, `${url} is not an invented link`);
    text(`${where} link`, titles, { needed: true });
  }
}
function span(where, from, to) {
  const clock = /^([01]\d|2[0-3]):[0-5]\d$/;
  if (!clock.test(from) || !clock.test(to) || from >= to) tell(where, `${from}–${to} is no span of time`);
}
const sentences = words => words.split(/(?<=[.!?])\s+(?=[A-ZÅÄÖ0-9])/u).map(one => one.trim()).filter(Boolean);

function offering(item) {
  const where = `${item.file} ${item.key}`;
  for (const kind of TEXTS) text(`${where} ${kind}`, item[kind], { needed: true, most: kind === 'summaries' ? 160 : kind === 'names' ? 90 : 1200 });
  const told = TEXTS.map(kind => Object.keys(item[kind] ?? {}).sort().join());
  if (new Set(told).size > 1) tell(where, `languages differ: ${told.join(' / ')}`);
  for (const [language, words] of Object.entries(item.descriptions ?? {})) {
    const count = sentences(words).length;
    if (count < 2 || count > 6) tell(where, `description ${language} has ${count} sentences`);
  }
  if (!organisations.some(one => one.key === item.organisation)) tell(where, `unknown organisation ${item.organisation}`);
  for (const venue of item.venues ?? []) if (!venues.some(one => one.key === venue)) tell(where, `unknown venue ${venue}`);
  if (item.modes?.includes('IN_PERSON') !== Boolean(item.venues?.length)) tell(where, 'a venue is for IN_PERSON, and only for it');
  someOf(`${where} themes`, item.themes, THEMES);
  if (item.themes?.length > 2) tell(where, 'has over two themes');
  if (!item.file.endsWith(`-${item.themes[0].toLowerCase().replaceAll('_', '-')}.json`)) tell(where, 'is in the file of another theme');
  someOf(`${where} modes`, item.modes, MODES);
  someOf(`${where} audiences`, item.audiences, AUDIENCES);
  someOf(`${where} access`, item.access, ACCESS);
  if (item.capacity) oneOf(where, item.capacity, CAPACITY);
  const { nationwide, regions } = item.availability ?? {};
  if (typeof nationwide !== 'boolean' || nationwide === Boolean(regions)) tell(where, 'availability is neither nationwide nor by regions');
  if (regions) someOf(`${where} regions`, regions, [...MUNICIPALITIES, 'PS']);
  if (!item.languages?.length || item.languages.some(one => !/^[a-z]{2,3}(-[a-z]+)?$/.test(one))) tell(where, 'languages');
  if (item.minimumAge > item.maximumAge) tell(where, 'ages are the wrong way round');
  if (!('price' in item)) tell(where, 'price is missing; null when not told');
  if (item.price && (typeof item.price.free !== 'boolean' || (item.price.free && item.price.amount) || item.price.amount <= 0)) tell(where, 'price');
  text(`${where} price`, item.price?.descriptions);
  if (!item.price?.free && /maksut(on|ta|toman)|ilmai(nen|sta)\b|gratis|kostnadsfri|free of charge/i.test(Object.values(item.descriptions ?? {}).join(' '))) tell(where, 'text says free, price does not');
  if (typeof item.lowThreshold !== 'boolean' || typeof item.acceptsReferrals !== 'boolean') tell(where, 'yes or no is missing');
  if (item.lowThreshold && (!item.access?.some(one => one === 'DROP_IN' || one === 'SELF_REFERRAL') || item.price?.amount > 5)) tell(where, 'a low threshold has neither appointment nor a fee that keeps away');
  if (item.access?.includes('REFERRAL') && !item.acceptsReferrals) tell(where, 'is entered by referral, yet takes none');
  someOf(`${where} accessibility`, (item.accessibility ?? []).map(one => one.aspect), ASPECTS, 0);
  for (const { state, notes } of item.accessibility ?? []) { oneOf(where, state, ['YES', 'PARTLY', 'NO']); text(`${where} note`, notes); }
  if (!item.contacts?.length) tell(where, 'has no contact');
  contacts(where, item.contacts);
  links(where, item.links);
}

for (const item of organisations) {
  only(item.key, item, KEYS.organisation);
  oneOf(item.key, item.kind, KINDS);
  text(`${item.key} names`, item.names, { needed: true });
  text(`${item.key} descriptions`, item.descriptions, { needed: true });
  if (!/ \(esimerkki\)$/.test(item.names.fi)) tell(item.key, 'is not marked as an example');
  contacts(item.key, item.contacts);
  links(item.key, item.links);
  if (!offerings.some(one => one.organisation === item.key)) tell(item.key, 'offers nothing');
}
for (const item of venues) {
  only(item.key, item, KEYS.venue);
  text(`${item.key} names`, item.names, { needed: true });
  text(`${item.key} address`, item.streetAddresses, { needed: true });
  text(`${item.key} arrivals`, item.arrivals);
  oneOf(item.key, item.municipality, MUNICIPALITIES);
  if (typeof item.approximate !== 'boolean') tell(item.key, 'approximate is neither true nor false');
  if (!offerings.some(one => one.venues?.includes(item.key))) tell(item.key, 'nothing happens here');
}
for (const item of activities) {
  const where = `${item.file} ${item.key}`;
  only(where, item, [...KEYS.offering, ...KEYS.activity]);
  offering(item);
  for (const { weekdays, opens, closes, closed, validFrom, validTo } of item.openingHours ?? []) {
    someOf(`${where} hours`, weekdays, WEEKDAYS);
    if (closed) { if (!(validFrom < validTo)) tell(where, 'closed without a span of days'); } else span(where, opens, closes);
  }
  if (item.guidancePoint && (item.guidancePoint.county !== 'PS' || !(item.guidancePoint.from < item.guidancePoint.to) || !item.guidancePoint.languages?.length)) tell(where, 'guidance point');
}
for (const item of events) {
  const where = `${item.file} ${item.key}`;
  only(where, item, [...KEYS.offering, ...KEYS.event]);
  offering(item);
  if (!item.dates?.length) tell(where, 'has no dates');
  for (const { weekday, from, to, firstWeek, count, everyWeeks } of item.dates ?? []) {
    oneOf(where, weekday, WEEKDAYS);
    span(where, from, to);
    if (![firstWeek, count, everyWeeks].every(one => Number.isInteger(one) && one >= 1)) tell(where, 'weeks');
  }
  if (Boolean(item.registration) !== item.access?.includes('BOOKING')) tell(where, 'booking and registration do not agree');
  text(`${where} registration`, item.registration?.instructions);
}

const seen = new Map();
for (const { key } of [...offerings, ...organisations.map(one => ({ key: `organisation ${one.key}` })), ...venues.map(one => ({ key: `venue ${one.key}` }))]) {
  if (seen.has(key)) tell(key, 'key is used twice');
  seen.set(key, key);
}
const said = new Map();
for (const item of offerings) {
  for (const kind of TEXTS) {
    for (const one of Object.values(item[kind] ?? {}).flatMap(sentences)) {
      if (kind !== 'names' && one.length < 32) continue;
      if (said.has(one)) tell(item.key, `says the same as ${said.get(one)}: ${one}`);
      said.set(one, item.key);
    }
  }
}

const municipalitiesOf = item => [...new Set((item.venues ?? []).map(key => venues.find(one => one.key === key)?.municipality))];
const share = (list, test) => list.filter(test).length / list.length;
const least = (what, count, floor) => { if (count < floor) tell(what, `${count}, at least ${floor} wanted`); };
least('activities', activities.length, 125);
least('events', events.length, 65);
for (const theme of THEMES) {
  least(`${theme} activities`, activities.filter(one => one.themes[0] === theme).length, 8);
  least(`${theme} events`, events.filter(one => one.themes[0] === theme).length, 4);
  const own = offerings.filter(one => one.themes[0] === theme);
  if (share(own, one => one.names.sv && one.names.en) < 1 / 4) tell(theme, 'under a quarter also in Swedish and English');
}
if (share(offerings, one => one.names.sv && one.names.en) < 1 / 3) tell('languages', 'under a third also in Swedish and English');
for (const code of MUNICIPALITIES) {
  least(`${code} activities`, activities.filter(one => municipalitiesOf(one).includes(code)).length, 2);
  least(`${code} events`, events.filter(one => municipalitiesOf(one).includes(code)).length, 1);
}
for (const kind of KINDS) least(kind, organisations.filter(one => one.kind === kind).length, 1);
least('guidance points', activities.filter(one => one.guidancePoint).length, 5);
for (const state of CAPACITY) least(state, offerings.filter(one => one.capacity === state).length, 4);

const places = tellPlaceProblems(path.join(root, '../shared/data/gazetteer'), venues, tell);
for (const problem of problems) console.log(problem);

const count = (list, by) => { const counts = {}; for (const item of list) for (const key of [by(item)].flat()) counts[key] = (counts[key] ?? 0) + 1; return Object.entries(counts).sort().map(([key, n]) => `${key} ${n}`).join(', '); };
console.log(`organisations ${organisations.length} (${count(organisations, one => one.kind)}), venues ${venues.length}, activities ${activities.length}, events ${events.length}`);
console.log(`activities by theme: ${count(activities, one => one.themes[0])}`);
console.log(`events by theme: ${count(events, one => one.themes[0])}`);
console.log(`by municipality of venue (activities + events): ${MUNICIPALITIES.map(code => `${code} ${activities.filter(one => municipalitiesOf(one).includes(code)).length}+${events.filter(one => municipalitiesOf(one).includes(code)).length}`).join(', ')}; without a place ${offerings.filter(one => !one.venues?.length).length}`);
console.log(`texts: ${count(offerings, one => Object.keys(one.names))}; given in: ${count(offerings, one => one.languages)}`);
console.log(`price: ${count(offerings, one => one.price ? (one.price.free ? 'free' : 'fee') : 'not told')}; accessibility told ${offerings.filter(one => one.accessibility).length}; capacity: ${count(offerings, one => one.capacity ?? 'not told')}`);
console.log(`low threshold ${offerings.filter(one => one.lowThreshold).length}, accepts referrals ${offerings.filter(one => one.acceptsReferrals).length}, guidance points ${activities.filter(one => one.guidancePoint).length}, nationwide ${offerings.filter(one => one.availability.nationwide).length}`);
console.log(`places: ${places}`);
console.log(problems.length === 0 ? 'sound' : `${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
