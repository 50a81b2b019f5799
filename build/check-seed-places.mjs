// Holds each venue against the municipality borders and postal codes that lie outside the repository.
import fs from 'node:fs';
import path from 'node:path';

// Even-odd rule over all rings, so that holes and islands count right; x is longitude, y is latitude.
function inside(rings, x, y) {
  let odd = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i];
      const [xj, yj] = ring[j];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd;
    }
  }
  return odd;
}

// Kilometres from a point to the nearest border, on a plane around the point.
function toBorder(rings, x, y) {
  const kx = 111.32 * Math.cos((y * Math.PI) / 180);
  let nearest = Infinity;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = [(ring[i - 1][0] - x) * kx, (ring[i - 1][1] - y) * 111.2];
      const [bx, by] = [(ring[i][0] - x) * kx, (ring[i][1] - y) * 111.2];
      const length = (bx - ax) ** 2 + (by - ay) ** 2;
      const t = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * (bx - ax) + ay * (by - ay)) / length));
      nearest = Math.min(nearest, Math.hypot(ax + t * (bx - ax), ay + t * (by - ay)));
    }
  }
  return nearest;
}

const kilometres = (a, b) => {
  const rad = Math.PI / 180;
  const h = Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(h));
};

/** Tells what is wrong with the venues' places; gives a line that says what was checked, or that it was skipped and why. */
export function tellPlaceProblems(folder, venues, tell) {
  if (!fs.existsSync(folder)) return `skipped, no folder ${folder}`;
  const json = name => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));
  const borders = new Map(json('kuntarajat-2023.geojson').features.map(({ properties, geometry }) =>
    [properties.NATCODE, geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()]));
  const codes = new Map(json('postal-codes.json').map(one => [one.postcode, one]));
  let closest = Infinity;
  for (const { key, municipality, postalCode, latitude, longitude } of venues) {
    const rings = borders.get(municipality);
    if (!rings || !inside(rings, longitude, latitude)) {
      const where = [...borders].find(([, other]) => inside(other, longitude, latitude))?.[0] ?? 'no municipality';
      tell(key, `lies in ${where}, not in ${municipality}`);
      continue;
    }
    closest = Math.min(closest, toBorder(rings, longitude, latitude));
    const postal = codes.get(postalCode);
    if (postal?.municipalityCode !== municipality) { tell(key, `postal code ${postalCode} belongs to ${postal?.municipalityCode ?? 'none'}`); continue; }
    // A postal area has one centre; a venue further than this from it is a slip of the pen.
    const away = kilometres({ lat: latitude, lon: longitude }, postal);
    if (away > 18) tell(key, `is ${away.toFixed(1)} km from the centre of ${postalCode}`);
  }
  return `${venues.length} venues held against borders and postal codes, closest to a border ${closest.toFixed(1)} km`;
}
