// What every map of the pages stands on.

// Without tiles the points stand on a plain ground: where they lie to each other still shows.
export function background({ tiles, credit }) {
  const plain = { id: 'ground', type: 'background', paint: { 'background-color': '#e9eef0' } };
  return tiles
    ? {
        version: 8,
        sources: { tiles: { type: 'raster', tiles: [tiles], tileSize: 256, maxzoom: 19, attribution: credit ?? '' } },
        layers: [plain, { id: 'tiles', type: 'raster', source: 'tiles' }],
      }
    : { version: 8, sources: {}, layers: [plain] };
}

export function style(href) {
  if (document.querySelector(`link[href="${href}"]`)) {
    return Promise.resolve();
  }

  return new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload: resolve, onerror: reject });
    document.head.append(link);
  });
}
