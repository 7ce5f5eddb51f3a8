import { expect, test } from 'vitest';
import { refundSteps } from './refund-steps';

const due = {
  state: 'DUE',
  held: false,
  outcomeUnknown: false,
  needsPersonBecause: null as string | null,
  waterfall: { tenders: [{}] as unknown[] },
};

test('a refund that goes where it was paid is paid', () => {
  expect(refundSteps(due)).toEqual(['paid', 'adjust', 'failed', 'cancel']);
});

test('where nobody knows the means, nobody can say yet that it was paid, or that it failed', () => {
  const open = { ...due, needsPersonBecause: 'Nobody knows how it was paid', waterfall: { tenders: [] } };
  expect(refundSteps(open)).toEqual(['tender', 'adjust', 'cancel']);
});

test('a doubt leaves the choice between paying as it is and other means', () => {
  expect(refundSteps({ ...due, needsPersonBecause: 'The sums do not agree' })).toContain('paid');
  expect(refundSteps({ ...due, needsPersonBecause: 'The sums do not agree' })).toContain('tender');
});

test('what waits is neither paid nor sent elsewhere', () => {
  expect(refundSteps({ ...due, held: true, needsPersonBecause: 'The order is not paid' })).toEqual([
    'adjust',
    'cancel',
  ]);
});

test('of what may be paid somebody says how it went', () => {
  expect(refundSteps({ ...due, state: 'ISSUING', outcomeUnknown: true })).toEqual(['paid', 'failed']);
  expect(refundSteps({ ...due, state: 'ISSUING' })).toEqual([]);
});

test('what failed is tried again or given up, what is paid is done', () => {
  expect(refundSteps({ ...due, state: 'FAILED' })).toEqual(['retry', 'cancel']);
  expect(refundSteps({ ...due, state: 'ISSUED' })).toEqual([]);
});
