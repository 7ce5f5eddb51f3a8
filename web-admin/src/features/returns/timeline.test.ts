import { expect, test } from 'vitest';
import { story } from './timeline';

test('steps and messages are one story, a message after the step that it tells', () => {
  const told = story({
    timeline: [
      { sequence: 1, event: 'ReturnRequested', text: 'requested', by: 'SHOPPER', at: '2026-11-01T10:00:00Z' },
      { sequence: 2, event: 'ReturnApproved', text: 'approved', by: 'POLICY', at: '2026-11-01T10:00:01Z' },
    ],
    messages: [
      {
        id: 'm',
        title: 'Approved',
        state: 'SENT',
        reason: 'Approved.',
        subject: null,
        happenedAt: '2026-11-01T10:00:01Z',
        audience: 'SHOPPER',
      },
    ],
  });
  expect(told.map((entry) => entry.text)).toEqual(['requested', 'approved', 'Approved: sent']);
});
