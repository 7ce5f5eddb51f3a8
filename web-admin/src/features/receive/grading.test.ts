import { describe, expect, it } from 'vitest';
import { type Draft, over, pending, ungraded } from './grading';
import type { Line } from './receipt-query';

const shirt: Line = {
  id: 'l1',
  itemId: 'i1',
  sku: 'SHIRT-M',
  title: 'Linen shirt',
  variantTitle: 'M',
  imagePath: null,
  expected: 2,
  received: 2,
  accepted: 0,
  refused: 0,
  unexpected: false,
  grade: null,
  disposition: null,
  note: null,
};
const shoe: Line = {
  ...shirt,
  id: 'l2',
  itemId: null,
  title: 'A left shoe',
  expected: 0,
  received: 1,
  unexpected: true,
};
const asNew: Draft = { grade: 'AS_NEW', disposition: 'RESTOCKED', refused: 0, note: '' };

describe('closing a parcel', () => {
  it('carries every grade that was chosen and not sent', () => {
    expect(pending([shirt, shoe], { l1: { ...asNew, refused: 1, note: 'torn' } })).toEqual([
      { lineId: 'l1', accepted: null, refused: 1, grade: 'AS_NEW', disposition: 'RESTOCKED', note: 'torn' },
    ]);
  });

  it('leaves out a draft of a line without units', () => {
    expect(pending([{ ...shirt, received: 0 }], { l1: asNew })).toEqual([]);
  });

  it('says how many announced units would have no grade', () => {
    expect(ungraded([shirt, shoe], {})).toBe(2);
    expect(ungraded([{ ...shirt, accepted: 1 }, shoe], {})).toBe(1);
    expect(ungraded([shirt, shoe], { l1: asNew })).toBe(0);
  });

  it('names the lines with more units than expected', () => {
    expect(over([{ ...shirt, received: 3 }, shoe]).map((line) => line.id)).toEqual(['l1']);
    expect(over([shirt])).toEqual([]);
  });
});
