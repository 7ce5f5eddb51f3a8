import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findSettings, sections } from './sections';

const found = (text: string) =>
  findSettings(sections, text).flatMap(({ section, settings }) => settings.map((name) => `${section.key}: ${name}`));

test('a setting is found by its name, by other words for it, and by several words', () => {
  expect(found('colour')).toContain('brand: Colour');
  expect(found('2fa')).toEqual(['security: Authenticator app']);
  expect(found('label cost')).toEqual(['returns: Cost of a label']);
  expect(found('no such thing')).toEqual([]);
});

test('without words every section stands there, without its settings', () => {
  expect(findSettings(sections, ' ')).toEqual(sections.map((section) => ({ section, settings: [] })));
});

test('every name is one that a page really shows', () => {
  const folder = import.meta.dirname;
  const pages = readdirSync(folder)
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
  for (const section of sections) {
    for (const name of Object.keys(section.settings)) {
      expect(pages.includes(`"${name}"`), name).toBe(true);
    }
  }
});
