import { expect, test } from 'vitest';
import { begun, changed, redone, undone } from './history';

test('one goes back step by step, and forward again', () => {
  const history = changed(changed(begun('a'), 'b'), 'c');
  expect(undone(undone(history)).now).toBe('a');
  expect(redone(undone(history))).toEqual(history);
  expect(redone(redone(undone(undone(history))))).toEqual(history);
});

test('nothing before the beginning, nothing after the end', () => {
  const history = begun<string | null>(null);
  expect(undone(history)).toBe(history);
  expect(redone(history)).toBe(history);
});

test('no draft is a state that one can go back to', () => {
  const history = changed(begun<string | null>(null), 'a');
  expect(undone(history)).toEqual({ past: [], now: null, future: ['a'] });
});

test('a new change forgets what was undone', () => {
  expect(changed(undone(changed(begun('a'), 'b')), 'c')).toEqual({ past: ['a'], now: 'c', future: [] });
});

test('what is kept has an end', () => {
  let history = begun(0);
  for (let step = 1; step <= 300; step++) history = changed(history, step);
  expect(history.past).toHaveLength(100);
  expect(history.past[0]).toBe(200);
});
