import { background, style } from './ground.js';

// Lets a place be picked on a map: what lies under the cross in its middle is written into the field, which holds addresses as well.
const holder = document.querySelector('#map');
const field = document.querySelector('#area');

if (holder && field) {
  const open = Object.assign(document.createElement('button'), { type: 'button', textContent: holder.dataset.show });
  open.setAttribute('aria-expanded', 'false');
  const told = Object.assign(document.createElement('p'), { className: 'quiet' });
  told.setAttribute('role', 'status');
  const inside = document.createElement('div');
  let shown;

  open.addEventListener('click', async () => {
    const isOpen = open.getAttribute('aria-expanded') === 'true';
    open.setAttribute('aria-expanded', String(!isOpen));
    open.textContent = isOpen ? holder.dataset.show : holder.dataset.hide;
    told.textContent = '';
    shown?.remove();
    shown = undefined;
    inside.replaceChildren();
    if (!isOpen) {
      try {
        await draw();
      } catch {
        inside.replaceChildren();
        told.textContent = holder.dataset.failed;
      }
    }
  });

  holder.append(open, inside, told);
  holder.hidden = false;

  // The map's code is large, so it is fetched only now.
  async function draw() {
    const { Map, NavigationControl } = await import('/lib/maplibre-gl/maplibre-gl.mjs');
    await style('/lib/maplibre-gl/maplibre-gl.css');
    const ground = Object.assign(document.createElement('div'), { className: 'ground' });
    const cross = Object.assign(document.createElement('div'), { className: 'cross' });
    cross.setAttribute('aria-hidden', 'true');
    const use = Object.assign(document.createElement('button'), { type: 'button', textContent: holder.dataset.use });
    const hint = Object.assign(document.createElement('p'), { className: 'hint', textContent: holder.dataset.hint });
    inside.append(hint, ground, use);

    const { centre, zoom } = start();
    const map = shown = new Map({
      container: ground,
      style: background(holder.dataset),
      center: centre,
      zoom,
      fadeDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 300,
      attributionControl: { compact: false },
      dragRotate: false,
      locale: { 'Map.Title': holder.dataset.label, 'NavigationControl.ZoomIn': holder.dataset.in, 'NavigationControl.ZoomOut': holder.dataset.out },
    });
    // A map without its ground tells nothing.
    map.once('error', () => { told.textContent = holder.dataset.failed; });
    map.touchZoomRotate.disableRotation();
    map.addControl(new NavigationControl({ showCompass: false }));
    map.on('click', ({ lngLat }) => map.panTo(lngLat));
    ground.append(cross);
    use.addEventListener('click', () => {
      const { lat, lng } = map.getCenter();
      field.value = `${lat.toFixed(5)}, ${lng.toFixed(5)}`;
      field.dispatchEvent(new Event('change', { bubbles: true }));
      told.textContent = holder.dataset.used.replace('{0}', field.value);
    });
  }

  // Where the field points already, else where the draft does, else the whole country.
  function start() {
    const point = /^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$/.exec(field.value);
    const [latitude, longitude] = point ? [point[1], point[2]].map(Number) : [holder.dataset.lat, holder.dataset.lon].map(Number);
    return (point || holder.dataset.lat) && Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180
      ? { centre: [longitude, latitude], zoom: point ? 15 : 12 }
      : { centre: [26.3, 64.5], zoom: 4 };
  }
}
