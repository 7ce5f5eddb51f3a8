import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FirstShape } from './first-shape';
import { tokens } from './theme';

const told = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8');

test('the page holds its shape before any script runs, and the app draws the very same', () => {
  const page = new DOMParser().parseFromString(told('../../index.html'), 'text/html');
  const still = page.getElementById('root')?.innerHTML.replaceAll(/\s*\n\s*/g, '');
  expect(still).toBe(render(<FirstShape />).container.innerHTML);
});

test.each(['light', 'dark'] as const)('the shape is painted as the theme is in %s', (scheme) => {
  const blocks = told('first-paint.css').split('{');
  const block = blocks[scheme === 'light' ? 1 : 2] ?? '';
  const { page, surface, raised, line } = tokens[scheme];
  const painted = Object.fromEntries(
    [...block.matchAll(/--first-(\w+): (#\w+);/g)].map(([, name, value]) => [name, value]),
  );
  expect(painted).toEqual({ page, surface, raised, line });
});
