import { expect, test } from 'vitest';
import { read } from './upload';

test('what was stored is told', () => {
  expect(read(201, '{"id":"a","path":"/files/b"}')).toEqual({ id: 'a', path: '/files/b' });
});

test('a refused file is told in the words of the refusal', () => {
  const refused = { field: ['file'], message: 'The image has 16 bits a color, save it as JPEG', code: 'INVALID' };
  expect(read(422, JSON.stringify({ userErrors: [refused] }))).toEqual({
    message: 'The image has 16 bits a color, save it as JPEG.',
  });
});

test('a failure on our side is told with its id', () => {
  expect(read(500, '{"message":"Something failed.","correlationId":"c"}')).toEqual({
    message: 'Something failed. (error id c)',
  });
});

test('an answer in no form that we know is told by its status', () => {
  expect(read(503, '<html>')).toEqual({
    message: 'Too much is going on at this moment. Try again in a few seconds.',
  });
  expect(read(413, '')).toEqual({ message: 'The file is too large.' });
  expect(read(418, 'x')).toEqual({ message: 'The file was not taken (status 418).' });
});
