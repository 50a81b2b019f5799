// Writes the Suomi.fi design tokens as CSS custom properties, named as in the package's own SCSS:
// --fi-color-brand-base, --fi-spacing-m, --fi-text-body-text-font-size ... usage: node tokens.mjs OUT.css
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import tokens from 'suomifi-design-tokens';

const out = process.argv[2];
if (!out) throw new Error('usage: node tokens.mjs OUT.css');

const kebab = name => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
const lines = [];

// Text in rem grows with the letter size a reader has set in her browser; in px it would not.
const rem = value => value.replace(/^(\d+)px$/, (_, px) => `${px / 16}rem`);

// These groups are one CSS value a token; the package's name of the group in SCSS beside it.
const singles = {
  colors: 'color', spacing: 'spacing', radiuses: 'radius', transitions: 'transition',
  breakpoints: 'breakpoint', gradients: 'gradient', shadows: 'shadow',
};
for (const [group, prefix] of Object.entries(singles)) {
  for (const [name, value] of Object.entries(tokens.suomifiDesignTokens[group])) {
    lines.push(`  --fi-${prefix}-${kebab(name)}: ${value};`);
  }
}

// A text style is several declarations, so it becomes one property for each.
for (const [name, style] of Object.entries(tokens.suomifiDesignTokens.typography)) {
  for (const declaration of style.split(';').map(part => part.trim()).filter(Boolean)) {
    const colon = declaration.indexOf(':');
    lines.push(`  --fi-text-${kebab(name)}-${declaration.slice(0, colon)}: ${rem(declaration.slice(colon + 1).trim())};`);
  }
}

mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, `/* Made from suomifi-design-tokens (MIT); see Web/assets/tokens.mjs. */\n:root {\n${lines.join('\n')}\n}\n`);
