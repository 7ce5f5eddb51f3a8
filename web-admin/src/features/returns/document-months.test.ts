import { expect, test } from 'vitest';
import { csvPathOf, daysOf, monthsBack, monthText } from './document-months';

test('months go back over the turn of the year', () => {
  expect(monthsBack(new Date(2026, 1, 28), 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
});

test('on the last day of a long month no month is left out', () => {
  expect(monthsBack(new Date(2026, 2, 31), 3)).toEqual(['2026-03', '2026-02', '2026-01']);
});

test('a month ends on its own last day', () => {
  expect(daysOf('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(daysOf('2026-12')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
});

test('a month has a name and a file', () => {
  expect(monthText('2026-11', 'en')).toBe('November 2026');
  expect(csvPathOf('2026-11')).toBe('/refund-documents.csv?from=2026-11-01&to=2026-11-30');
});
