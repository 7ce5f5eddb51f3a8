import { expect, test } from 'vitest';
import { refundNames } from './refund-names';

const refund = (id: string, ...kinds: string[]) => ({ id, waterfall: { lines: kinds.map((kind) => ({ kind })) } });
const names = (...refunds: ReturnType<typeof refund>[]) => [...refundNames(refunds).values()];

test('a refund is called by what it is for', () => {
  expect(names(refund('a', 'ITEM', 'OUTBOUND_SHIPPING', 'LABEL_FEE', 'ADJUSTMENT'))).toEqual(['Refund of goods']);
  expect(names(refund('a', 'GOODWILL', 'ADJUSTMENT'))).toEqual(['Goodwill']);
  expect(names(refund('a', 'OUTBOUND_SHIPPING', 'SHIPPING_TAX'))).toEqual(['Refund of shipping']);
  expect(names(refund('a', 'LABEL_FEE'))).toEqual(['Refund of a fee']);
  expect(names(refund('a', 'ADJUSTMENT'))).toEqual(['Refund']);
});

test('those that are alike are counted, the others are not', () => {
  expect(
    names(refund('a', 'ITEM'), refund('b', 'GOODWILL'), refund('c', 'OUTBOUND_SHIPPING'), refund('d', 'GOODWILL')),
  ).toEqual(['Refund of goods', 'Goodwill 1', 'Refund of shipping', 'Goodwill 2']);
});
