import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { isSent } from '@/shared/testing/form';
import { answers, withServer } from '@/shared/testing/server';
import { fill, shown } from '@/shared/testing/shown';
import { OwnFactForm } from '../facts/own-fact-form';
import { Guards } from '../guards/guards';
import { StartBackTest } from '../history/start-back-test';
import { Start } from '../shadow/start';
import { ExampleForm } from '../trying/example-form';

withServer();

const nothing = () => {};
const field = (label: RegExp) => screen.findByLabelText(label);
const idempotencyKey = expect.any(String);

test('a fact of one’s own is added with what was chosen', async () => {
  await shown(<OwnFactForm of={undefined} onClose={nothing} />);
  fill(await field(/^How a sentence names it/), 'the loyalty tier');
  fill(await field(/^Name in the API/), 'loyaltyTier');
  fill(await field(/^Attribute/), 'loyalty_tier');
  const fact = { name: 'loyaltyTier', type: 'TEXT', label: 'the loyalty tier', description: '' };
  await isSent({
    verb: 'Add the fact',
    mutation: 'DefineCustomFact',
    sent: { fact: { ...fact, source: 'SHOPPER', attribute: 'loyalty_tier', personal: true }, idempotencyKey },
    field: ['fact.name', /^Name in the API/],
  });
});

test('a fact is described anew and keeps its name', async () => {
  const own = { key: 'custom.tier', label: 'the tier', description: 'Gold or not', archived: false, personal: false };
  const of = { ...own, type: 'TEXT' as const, source: 'ORDER' as const, attribute: 'tier' };
  await shown(<OwnFactForm of={of} onClose={nothing} />);
  fill(await field(/^How a sentence names it/), 'the loyalty tier');
  expect(screen.queryByLabelText(/^Name in the API/)).toBeNull();
  await isSent({
    verb: 'Save',
    mutation: 'DescribeCustomFact',
    sent: { key: 'custom.tier', label: 'the loyalty tier', description: 'Gold or not' },
    field: ['label', /^How a sentence names it/],
  });
});

test('caps are sent in the version that was seen, and what is switched off as nothing', async () => {
  answers('Guards', () => ({
    tenant: { id: 't1', currency: 'EUR', usualAmount: { amount: '100.00', currencyCode: 'EUR' } },
    approvalCaps: { version: 4, approvals: 5, amount: { amount: '200.00', currencyCode: 'EUR' }, days: 30 },
  }));
  const user = await shown(<Guards />);
  await user.click(await field(/^Cap the number of automatic approvals/));
  fill(await field(/^At most, in EUR/), '250,50');
  await isSent({
    verb: 'Save caps',
    mutation: 'ChangeApprovalCaps',
    sent: { version: 4, approvals: null, amount: '250.50', days: 30 },
    field: ['amount', /^At most, in EUR/],
  });
});

test('the draft is run on as many days as were typed, and the same words start no second run', async () => {
  await shown(<StartBackTest days={90} />);
  fill(await field(/^How far back/), '30 days');
  await isSent({
    verb: 'Run on your history',
    mutation: 'StartBackTest',
    sent: { days: 30, idempotencyKey },
    field: ['days', /^How far back/],
  });
});

test('a draft runs in the shadow for as many days as were typed', async () => {
  await shown(<Start draft={{ savedAt: '2026-11-28T10:00:00Z' }} />);
  fill(await field(/^For how many days/), '7');
  await isSent({
    verb: 'Start',
    mutation: 'StartShadowRun',
    sent: { days: 7, idempotencyKey },
    field: ['days', /^For how many days/],
  });
});

test('an example is kept with its facts and what every policy must say of it', async () => {
  const facts = { 'order.country': ['DE'] };
  await shown(<ExampleForm title="Add an example" facts={facts} onClose={nothing} onSaved={nothing} />);
  fill(await field(/^Name/), ' A VIP exchanges ');
  const kept = [{ fact: 'order.country', values: ['DE'] }];
  await isSent({
    verb: 'Save the example',
    mutation: 'SavePolicyExample',
    sent: { version: 0, name: 'A VIP exchanges', expected: 'APPROVE', facts: kept, idempotencyKey },
    field: ['name', /^Name/],
  });
});
