import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

/*
 * shared ← features ← app, and no feature knows another. The zones are found, not listed: a new feature is guarded from
 * its first file on.
 */
const root = join(import.meta.dirname, '..');

type Import = { file: string; target: string };

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const imports: Import[] = sources(root).flatMap((path) => {
  const file = relative(root, path);
  const found = readFileSync(path, 'utf8').matchAll(/(?:from|import\(?)\s*'([^']+)'/g);
  return [...found].map(([, name = '']) => ({
    file,
    target: name.startsWith('@/')
      ? name.slice(2)
      : name.startsWith('.')
        ? relative(root, join(path, '..', name))
        : name,
  }));
});

const featureOf = (path: string) => /^features\/([^/]+)/.exec(path)?.[1];

test('shared knows neither features nor the app', () => {
  const broken = imports.filter(
    ({ file, target }) => file.startsWith('shared/') && (target.startsWith('features/') || target.startsWith('app/')),
  );
  expect(broken).toEqual([]);
});

test('a feature knows neither the app nor another feature', () => {
  const broken = imports.filter(({ file, target }) => {
    const own = featureOf(file);
    if (!own) return false;
    const other = featureOf(target);
    return target.startsWith('app/') || (other !== undefined && other !== own);
  });
  expect(broken).toEqual([]);
});

test('the rules above read real imports', () => {
  expect(imports.some(({ file, target }) => file === 'app/router.tsx' && target.startsWith('features/'))).toBe(true);
});

test('no file grows beyond 250 lines', () => {
  const long = sources(root)
    .filter((path) => !path.endsWith('graphql-env.d.ts'))
    .filter((path) => readFileSync(path, 'utf8').split('\n').length > 251)
    .map((path) => relative(root, path));
  expect(long).toEqual([]);
});
