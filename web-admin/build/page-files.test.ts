import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Chunk, chunkOf, filesOf, isDoor, pagesOf, placeOf, scriptsOf } from './page-files';

const router = readFileSync(join(import.meta.dirname, '../src/app/router.tsx'), 'utf8');
const home = { path: '/', module: 'features/home/home' };

const chunk = (fileName: string, more: Partial<Chunk>): Chunk => ({
  fileName,
  isEntry: false,
  moduleIds: [],
  imports: [],
  css: [],
  ...more,
});
const kit = chunk('kit.js', { css: ['kit.css'], imports: ['index.js'] });
const entry = chunk('index.js', { isEntry: true, imports: ['kit.js'], css: ['index.css'] });
const room = (...imports: string[]) => chunk('home.js', { moduleIds: ['/x/src/features/home/home.tsx'], imports });

test('every page of the router is known, with what it fetches', () => {
  const pages = pagesOf(router);
  expect(pages).toHaveLength(router.split('import(').length - 1);
  expect(pages).toContainEqual(home);
  expect(pages).toContainEqual({ path: '/returns/$returnId', module: 'features/returns/return-detail' });
  expect(pages.filter(isDoor).map(placeOf)).toContain('sign-in');
});

test('a page fetches its own script and all that it and the start need, each file once', () => {
  expect([...filesOf(home, [room('index.js', 'kit.js'), entry, kit])]).toEqual([
    'index.js',
    'index.css',
    'kit.js',
    'kit.css',
    'home.js',
  ]);
  expect(scriptsOf([home], [room('index.js'), entry, kit])).toEqual({ '': 'home.js' });
});

test('a page that would fetch a thirteenth file breaks the build', () => {
  const more = ['a.js', 'b.js'].map((name) => chunk(name, {}));
  expect(() => scriptsOf([home], [room('a.js', 'b.js'), entry, kit, ...more])).not.toThrow();
  const most = [...more, chunk('c.js', {})];
  expect(() => scriptsOf([home], [room('a.js', 'b.js', 'c.js'), entry, kit, ...most])).toThrow(/^\/ fetches 13 files/);
});

test('a page whose script is in no file breaks the build', () => {
  expect(() => chunkOf({ path: '/', module: 'features/home/ho' }, [room()])).toThrow(/features\/home\/ho/);
});
