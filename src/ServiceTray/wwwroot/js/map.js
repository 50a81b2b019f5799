import { background, style } from './ground.js';

// Adds a map to the list when it is asked for. The list tells all that the map tells; each point leads to its card.
const holder = document.querySelector('#map');
const cards = [...document.querySelectorAll('.card[data-lat][data-lon]')];

if (holder) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = holder.dataset.show;
  button.setAttribute('aria-expanded', 'false');

  const told = document.createElement('p');
  told.setAttribute('role', 'status');
  told.className = 'quiet';

  let ground = null;
  button.addEventListener('click', async () => {
    const open = button.getAttribute('aria-expanded') === 'true';
    button.setAttribute('aria-expanded', String(!open));
    button.textContent = open ? holder.dataset.show : holder.dataset.hide;
    told.textContent = '';
    document.querySelector('.cards')?.classList.toggle('numbered', !open);
    if (open) {
      ground?.remove();
      ground = null;
    } else if (cards.length === 0) {
      told.textContent = holder.dataset.none;
    } else {
      ground = document.createElement('div');
      ground.className = 'ground';
      holder.append(ground);
      try {
        await draw(ground);
      } catch {
        ground?.remove();
        ground = null;
        told.textContent = holder.dataset.failed;
      }
    }
  });

  holder.append(button, told);
  holder.hidden = false;
}

// The map's code is large, so it is fetched only now.
async function draw(ground) {
  const { Map, Marker, NavigationControl, LngLatBounds } = await import('/lib/maplibre-gl/maplibre-gl.mjs');
  await style('/lib/maplibre-gl/maplibre-gl.css');

  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const bounds = new LngLatBounds();
  cards.forEach(card => bounds.extend(at(card)));
  const map = new Map({
    container: ground,
    style: background(holder.dataset),
    bounds,
    fitBoundsOptions: { padding: 48, maxZoom: 13 },
    fadeDuration: still ? 0 : 300,
    attributionControl: holder.dataset.tiles ? { compact: false } : false,
    cooperativeGestures: false,
    dragRotate: false,
    locale: {
      'Map.Title': holder.dataset.label,
      'NavigationControl.ZoomIn': holder.dataset.in,
      'NavigationControl.ZoomOut': holder.dataset.out,
    },
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }));
  sharing().forEach(group => new Marker({ element: mark(group) }).setLngLat(at(group[0])).addTo(map));

  // What stands on other pages of the list is told as counts by place.
  if (document.querySelector('.pager button')) {
    const crowd = { markers: [], turn: 0 };
    const gather = () => count(map, Marker, crowd).catch(() => {});
    map.on('load', gather);
    map.on('moveend', gather);
  }
}

// Asks by the page's own form, so that what was searched stays out of addresses here too.
async function count(map, Marker, crowd) {
  const turn = ++crowd.turn;
  const fields = new URLSearchParams(new FormData(document.querySelector('#search')));

  // The map counts zooms by tiles of 512 points, the tray by tiles of 256.
  fields.set('zoom', String(Math.max(0, Math.min(22, 1 + Math.round(map.getZoom())))));
  const answer = await fetch('/haku/kartta', { method: 'POST', body: fields });
  const found = answer.ok ? await answer.json() : [];
  if (turn !== crowd.turn) {
    return;
  }

  crowd.markers.forEach(marker => marker.remove());
  const view = map.getBounds();
  crowd.markers = found
    .filter(({ centre }) => view.contains([centre.longitude, centre.latitude]))
    .map(cluster => new Marker({ element: bubble(map, cluster) }).setLngLat([cluster.centre.longitude, cluster.centre.latitude]).addTo(map));
}

// So many offerings, and a way nearer to them.
function bubble(map, { count: many, box }) {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'crowd';
  element.textContent = String(many);
  element.setAttribute('aria-label', holder.dataset.crowd.replace('{0}', String(many)));
  element.addEventListener('click', () => map.fitBounds([[box.west, box.south], [box.east, box.north]], { padding: 24, maxZoom: 16 }));
  return element;
}

function at(card) {
  return [Number(card.dataset.lon), Number(card.dataset.lat)];
}

// What goes on in the same place shares a point.
function sharing() {
  const groups = {};
  cards.forEach(card => (groups[at(card)] ??= []).push(card));
  return Object.values(groups);
}

// A point is named by its cards and brings them into view, one after another.
function mark(group) {
  const names = group.map(card => `${number(card)}. ${card.querySelector('h3').textContent.trim()}`);
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'point';
  element.textContent = group.length === 1 ? number(group[0]) : `${number(group[0])}+`;
  element.title = names.join('\n');
  element.setAttribute('aria-label', names.join(', '));

  let next = 0;
  element.addEventListener('click', () => {
    const card = group[next++ % group.length];
    document.querySelectorAll('.card.shown').forEach(other => other.classList.remove('shown'));
    card.classList.add('shown');
    card.querySelector('a').focus();
  });
  return element;
}

function number(card) {
  return String(1 + [...card.parentElement.children].indexOf(card));
}
