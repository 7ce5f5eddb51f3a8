import { expect, test } from 'vitest';
import { compared, saysTheSame } from './compared';

const said = (
  outcome: 'APPROVE' | 'REVIEW' | 'REJECT',
  effects: string[] = [],
  shopperReason: string | null = null,
) => ({
  outcome,
  effects,
  shopperReason,
});

test('the same decision with another fee is no “no change”', () => {
  const live = said('APPROVE', ['charge a 10% fee per item', 'ask for a photo']);
  const draft = said('APPROVE', ['ask for a photo', 'give it high priority']);
  expect(saysTheSame(live, draft)).toBe(false);
  expect(compared(live, draft)).toBe(
    'The same decision, but not the same terms: approved now and by the draft. Only now: charge a 10% fee per item. Only by the draft: give it high priority.',
  );
});

test('no change is said only when the shopper would notice none', () => {
  expect(compared(said('REVIEW'), said('REVIEW'))).toBe('No change: sent to review now and by the draft.');
  expect(compared(said('REJECT', [], 'Too late'), said('REJECT', [], 'Final sale'))).toContain('another reason');
});

test('another decision comes first', () => {
  expect(compared(said('REVIEW'), said('APPROVE'))).toBe(
    'The draft changes this: sent to review now, approved by the draft.',
  );
});
