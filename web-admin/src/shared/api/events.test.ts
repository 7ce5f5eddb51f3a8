import { expect, test } from 'vitest';
import { readEvents } from './events';

test('events are read block by block, and what is still on its way waits', () => {
  const { events, rest } = readEvents('event:next\ndata:{"data":1}\n\nevent: complete\ndata: {}\n\nevent:ne');
  expect(events).toEqual([
    { name: 'next', data: '{"data":1}' },
    { name: 'complete', data: '{}' },
  ]);
  expect(rest).toBe('ne'.padStart(8, 'event:'));
});

test('beats and comments say nothing, and lines of one event belong together', () => {
  const { events } = readEvents(':\n\n\r\n\r\nevent:next\r\ndata:{"a":\r\ndata:1}\r\n\r\n');
  expect(events).toEqual([{ name: 'next', data: '{"a":\n1}' }]);
});
