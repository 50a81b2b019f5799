// Writes the tables of seed-data/places from the registers in a gazetteer folder:
//   node build/places.mjs [../shared/data/gazetteer]
// neighbourhoods.csv is the project's own and is not touched.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = process.argv[2] ?? join(root, '../shared/data/gazetteer');
const read = name => JSON.parse(readFileSync(join(source, name), 'utf8'));
const municipalities = read('municipalities.json');
const postalCodes = read('postal-codes.json');

// Posti writes names in capitals. Common nouns and abbreviations inside a name are small.
const small = new Set(['kk', 'as', 'st', 'kby', 'aho', 'saha', 'såg', 'kanava', 'tehtaat', 'tehdas', 'fabrik', 'urheiluopisto', 'pohjoinen', 'norra']);
const normalCase = name => name.toLocaleLowerCase('fi').split(/([ -])/)
  .map((word, i) => i > 0 && small.has(word) ? word : word.charAt(0).toLocaleUpperCase('fi') + word.slice(1)).join('');

// Type 1 is where people live, 2 is post-office boxes there, 3 is a large receiver's own code.
// Parcel machines, reply mail and pick-up points (4 to 7) are nobody's address.
const kept = postalCodes.filter(row => ['1', '2', '3'].includes(row.type));
const areas = kept.filter(row => row.type === '1' && row.coordSource === 'area');

// A municipality's geographic centre lies often in a forest or a lake. People mean the town: the median of the
// centres of the postal areas that carry its name, else of all its areas.
const median = numbers => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};
const centre = municipality => {
  const own = areas.filter(row => row.municipalityCode === municipality.code);
  const names = [municipality.nameFi, municipality.nameSv].map(name => name.toLocaleUpperCase('fi'));
  const named = own.filter(row => names.includes(row.nameFi) || names.includes(row.nameSv));
  const of = named.length ? named : own;
  return of.length ? [median(of.map(row => row.lat)), median(of.map(row => row.lon))] : [municipality.lat, municipality.lon];
};
const centres = new Map(municipalities.map(municipality => [municipality.code, centre(municipality)]));

// The registers hold no map of where people live. Where an area is mostly water and its middle lies kilometres from
// all of its streets, the town's middle stands for it: the project's own, rounded to about a kilometre.
const middles = { 70100: [62.89, 27.68] };

const shortNames = {
  EK: ['Etelä-Karjala', 'Södra Karelen', 'South Karelia'],
  EP: ['Etelä-Pohjanmaa', 'Södra Österbotten', 'South Ostrobothnia'],
  ES: ['Etelä-Savo', 'Södra Savolax', 'South Savo'],
  HEL: ['Helsinki', 'Helsingfors', 'Helsinki'],
  IU: ['Itä-Uusimaa', 'Östra Nyland', 'East Uusimaa'],
  KA: ['Kainuu', 'Kajanaland', 'Kainuu'],
  KH: ['Kanta-Häme', 'Egentliga Tavastland', 'Kanta-Häme'],
  KP: ['Keski-Pohjanmaa', 'Mellersta Österbotten', 'Central Ostrobothnia'],
  KS: ['Keski-Suomi', 'Mellersta Finland', 'Central Finland'],
  KU: ['Keski-Uusimaa', 'Mellersta Nyland', 'Central Uusimaa'],
  KY: ['Kymenlaakso', 'Kymmenedalen', 'Kymenlaakso'],
  LA: ['Lappi', 'Lappland', 'Lapland'],
  LU: ['Länsi-Uusimaa', 'Västra Nyland', 'Western Uusimaa'],
  PH: ['Päijät-Häme', 'Päijänne-Tavastland', 'Päijät-Häme'],
  PI: ['Pirkanmaa', 'Birkaland', 'Pirkanmaa'],
  PK: ['Pohjois-Karjala', 'Norra Karelen', 'North Karelia'],
  PO: ['Pohjanmaa', 'Österbotten', 'Ostrobothnia'],
  PP: ['Pohjois-Pohjanmaa', 'Norra Österbotten', 'North Ostrobothnia'],
  PS: ['Pohjois-Savo', 'Norra Savolax', 'North Savo'],
  SA: ['Satakunta', 'Satakunta', 'Satakunta'],
  VK: ['Vantaa ja Kerava', 'Vanda och Kervo', 'Vantaa and Kerava'],
  VS: ['Varsinais-Suomi', 'Egentliga Finland', 'Southwest Finland'],
};

const number = value => value.toFixed(5);
const table = (name, header, rows) => {
  for (const row of rows) {
    if (row.some(cell => /[",\r\n]/.test(cell))) {
      throw new Error(`${name}: a cell of ${row.join(' | ')} needs quoting, which these tables do not do`);
    }
  }

  rows.sort((a, b) => a[0] < b[0] ? -1 : 1);
  writeFileSync(join(root, 'seed-data/places', name), [header, ...rows.map(row => row.join(','))].join('\n') + '\n');
  console.log(`${name}: ${rows.length} rows`);
};

// A county's centre: the mean of its municipalities' centres, weighed by people.
const counties = new Map();
for (const municipality of municipalities.filter(row => row.wellbeingCountyId)) {
  const county = counties.get(municipality.wellbeingCountyId) ?? { ...municipality, people: 0, lat: 0, lon: 0 };
  const [lat, lon] = centres.get(municipality.code);
  county.people += municipality.population2020;
  county.lat += lat * municipality.population2020;
  county.lon += lon * municipality.population2020;
  counties.set(municipality.wellbeingCountyId, county);
}

table('counties.csv', 'code,fi,sv,en,shortFi,shortSv,shortEn,latitude,longitude', [...counties].map(([code, county]) => {
  const [shortFi, shortSv, shortEn] = shortNames[code];
  const names = code === 'HEL'
    ? ['Helsingin kaupunki', 'Helsingfors stad', 'City of Helsinki']
    : [county.wellbeingCountyFi, county.wellbeingCountySv, `Wellbeing services county of ${shortEn}`];
  return [code, ...names, shortFi, shortSv, shortEn, number(county.lat / county.people), number(county.lon / county.people)];
}));

table('municipalities.csv', 'code,fi,sv,county,latitude,longitude', municipalities.map(row =>
  [row.code, row.nameFi, row.nameSv, row.wellbeingCountyId, ...centres.get(row.code).map(number)]));

// A large receiver's name (a bank, a ministry) is not an area's, so such a row has no name.
table('postal-codes.csv', 'code,fi,sv,municipality,latitude,longitude,centre', kept.map(row => {
  const [lat, lon] = middles[row.postcode] ?? (row.coordSource === 'area' ? [row.lat, row.lon] : centres.get(row.municipalityCode));
  const names = row.type === '3' ? ['', ''] : [normalCase(row.nameFi), normalCase(row.nameSv)];
  return [row.postcode, ...names, row.municipalityCode, number(lat), number(lon), row.coordSource];
}));
