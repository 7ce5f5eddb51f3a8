import { expect, test } from 'vitest';
import { tokens } from './theme';

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

test.each(['light', 'dark'] as const)('every ink is legible on its ground in %s', (scheme) => {
  const t = tokens[scheme];
  for (const ground of [t.page, t.surface, t.raised]) {
    expect(contrast(t.ink, ground)).toBeGreaterThan(7);
    expect(contrast(t.dim, ground)).toBeGreaterThan(4.5);
    expect(contrast(t.link, ground)).toBeGreaterThan(4.5);
  }
  for (const pair of Object.values(t.status)) {
    expect(contrast(pair.ink, pair.ground)).toBeGreaterThan(4.5);
    expect(contrast(pair.ink, t.surface)).toBeGreaterThan(4.5);
  }
  expect(contrast(t.control, t.surface)).toBeGreaterThan(3);
});
