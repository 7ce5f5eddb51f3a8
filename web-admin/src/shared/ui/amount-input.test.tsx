import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { plainAmount } from '@/shared/format/money';
import { AmountInput } from './amount-input';

function Field({ decimals }: { decimals: number }) {
  const [value, setValue] = useState('');
  return (
    <MantineProvider>
      <AmountInput
        aria-label="Amount"
        value={value}
        plain={(typed) => plainAmount(typed, decimals)}
        onChange={setValue}
      />
      <output>{value}</output>
    </MantineProvider>
  );
}

/** Sign by sign, as people type. */
function types(text: string) {
  const field = screen.getByRole('textbox', { name: 'Amount' });
  for (let length = 1; length <= text.length; length++)
    fireEvent.change(field, { target: { value: text.slice(0, length) } });
  return screen.getByRole('status').textContent;
}

test('a thousand typed with a comma never becomes one', () => {
  render(<Field decimals={2} />);
  expect(types('1,5')).toBe('1.5');
  expect(types('1,500')).toBe('1,500');
  expect(screen.getByRole('textbox')).toHaveProperty('value', '1,500');
});

test('a currency without decimals has commas between thousands only', () => {
  render(<Field decimals={0} />);
  expect(types('10,000,000')).toBe('10000000');
});
