import { expect, test } from 'vitest';
import { parcelWords } from './parcel-words';

const item = (expected: number, received: number) => ({ goods: { expected, received } });

test('what was unpacked does not wait for a label', () => {
  expect(parcelWords('AWAITING_LABEL', [item(0, 1)])).toBe('Came without news of a carrier');
  expect(parcelWords('AWAITING_LABEL', [item(1, 1)])).toBe('Not on its way yet');
  expect(parcelWords('AWAITING_LABEL', [item(0, 0)])).toBe('Not on its way yet');
  expect(parcelWords('DELIVERED', [item(0, 1)])).toBe('Delivered to you');
  expect(parcelWords('IN_TRANSIT', [item(1, 0)])).toBe('In transit');
});
