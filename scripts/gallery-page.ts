import type { Language } from '../shared/language/languages.ts';

/** One picture of one state. */
export type Picture = {
  readonly view: string;
  readonly name: string;
  readonly theme: string;
  readonly size: string;
  /** Beside the page. */
  readonly file: string;
};

const FILTERS = ['view', 'theme', 'size'] as const;

/** A page that needs nothing but the pictures beside it: the pictures of a state side by side, chosen by view, theme and size. */
export function galleryPage(pictures: readonly Picture[], language: Language): string {
  const states = Map.groupBy(pictures, ({ view, name }) => `${view}: ${name}`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Keydesk, every view and state (${language})</title>
<style>${STYLE}</style>
<header>${FILTERS.map((by) => filterOf(by, pictures)).join('')}<output></output></header>
<main>${[...states].map(([title, shown]) => sectionOf(title, shown)).join('')}</main>
<script>${SCRIPT}</script>
</html>
`;
}

function filterOf(by: (typeof FILTERS)[number], pictures: readonly Picture[]): string {
  const values = [...new Set(pictures.map((picture) => picture[by]))];
  const options = ['', ...values].map(
    (value) => `<option value="${escaped(value)}">${escaped(value || `Every ${by}`)}</option>`,
  );
  return `<label>${by} <select name="${by}">${options.join('')}</select></label>`;
}

function sectionOf(title: string, pictures: readonly Picture[]): string {
  return `<section><h2>${escaped(title)}</h2><div>${pictures.map(figureOf).join('')}</div></section>`;
}

function figureOf({ view, name, theme, size, file }: Picture): string {
  const words = escaped(`${view}, ${name}, ${theme}, ${size}`);
  const data = `data-view="${escaped(view)}" data-theme="${theme}" data-size="${size}"`;
  return `<figure ${data}><a href="${file}"><img loading="lazy" src="${file}" alt="${words}"></a><figcaption>${theme}, ${size}</figcaption></figure>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

const STYLE = `
:root { color-scheme: light dark; font: 14px system-ui, sans-serif; }
body { margin: 0; }
header { position: sticky; top: 0; display: flex; gap: 16px; align-items: center; padding: 12px 24px; background: Canvas; border-bottom: 1px solid GrayText; }
label { text-transform: capitalize; }
main { padding: 0 24px 24px; }
section > div { display: grid; grid-template-columns: repeat(auto-fit, minmax(360px, 1fr)); gap: 16px; align-items: start; }
figure { margin: 0; }
img { width: 100%; border: 1px solid GrayText; }
[hidden] { display: none; }
`;

const SCRIPT = `
const selects = [...document.querySelectorAll('select')];
function show() {
  for (const figure of document.querySelectorAll('figure'))
    figure.hidden = selects.some(({ name, value }) => value && figure.dataset[name] !== value);
  for (const section of document.querySelectorAll('section'))
    section.hidden = !section.querySelector('figure:not([hidden])');
  document.querySelector('output').value = document.querySelectorAll('figure:not([hidden])').length + ' pictures';
}
document.querySelector('header').addEventListener('change', show);
show();
`;
