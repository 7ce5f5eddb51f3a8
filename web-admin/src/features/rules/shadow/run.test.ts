import { expect, test } from 'vitest';
import { inOneSentence } from './run';

const now = new Date('2026-11-23T12:00:00Z');
const since = { startedAt: '2026-11-21T12:00:00Z', state: 'RUNNING' } as const;

test('how many come out the same and differently is told in one sentence', () => {
  expect(inOneSentence({ ...since, judged: 42, changed: 3 }, now)).toBe(
    'Since it started 2 days ago, 42 items were judged: 39 come out the same, 3 differently.',
  );
  expect(inOneSentence({ ...since, judged: 2, changed: 1 }, now)).toBe(
    'Since it started 2 days ago, 2 items were judged: 1 comes out the same, 1 differently.',
  );
  expect(inOneSentence({ ...since, judged: 1, changed: 1 }, now)).toContain(
    '1 item was judged: it comes out differently.',
  );
  expect(inOneSentence({ ...since, judged: 7, changed: 0 }, now)).toContain(
    '7 items were judged: all come out the same.',
  );
});

test('a run that has just begun says so far', () => {
  expect(inOneSentence({ ...since, judged: 2, changed: 0 }, new Date('2026-11-21T12:00:30Z'))).toBe(
    'So far, 2 items were judged: all come out the same.',
  );
});

test('nothing judged is said so, of a run that goes on and of one that is over', () => {
  expect(inOneSentence({ ...since, judged: 0, changed: 0 }, now)).toBe(
    'Since it started 2 days ago, nothing was judged yet.',
  );
  expect(inOneSentence({ ...since, state: 'STOPPED', judged: 0, changed: 0 }, now)).toBe(
    'While it ran, nothing was judged.',
  );
});
