import { expect, test } from 'vitest';
import { explained, marksIn } from './liquid-words';

const variables = [
  { name: 'return.rma', description: 'The return’s number', example: 'R-1042' },
  { name: 'return.items', description: 'All items', example: 'Lamp …' },
  { name: 'return.estimate', description: 'The refund to expect', example: '€64.90' },
];
const at = (text: string, part: string) => explained(text, text.indexOf(part) + 3, variables);

test('values, conditions and repetitions are found with their places', () => {
  expect(marksIn('Hi {{ return.rma }}{% if return.estimate %}x{% endif %}').map((mark) => mark.kind)).toEqual([
    'value',
    'logic',
    'logic',
  ]);
});

test('a value says what it is and how it reads', () => {
  expect(at('Return {{ return.rma }}', '{{')).toBe('The return’s number. It reads like: R-1042');
});

test('a condition says when the part is sent', () => {
  const text = '{% if return.estimate %}soon{% else %}later{% endif %}';
  expect(at(text, '{% if')).toContain('sent only if there is: the refund to expect');
  expect(at(text, '{% else')).toContain('other case');
  expect(at(text, '{% endif')).toContain('not seen in the message');
});

test('a repetition names its list, and what stands in it', () => {
  const text = '{% for item in return.items %}- {{ item.title }}{% endfor %}';
  expect(at(text, '{% for')).toContain('once for each of: all items');
  expect(at(text, '{{ item')).toBe('title, of each of: all items.');
});

test('an unknown name and plain text are told apart', () => {
  expect(at('{{ retrun.rma }}', '{{')).toContain('not known here');
  expect(explained('Hello there', 3, variables)).toBeUndefined();
});
