import { MantineProvider, Select } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { theme } from './theme';

it('chooses by Enter and sends no form', async () => {
  const sent = vi.fn((event: { preventDefault: () => void }) => event.preventDefault());
  render(
    <MantineProvider theme={theme} env="test">
      <form onSubmit={sent}>
        <Select label="Fact" data={['the reason', 'the order value']} searchable />
        <button type="submit">Keep</button>
      </form>
    </MantineProvider>,
  );
  const field = screen.getByRole('combobox', { name: 'Fact' });
  await userEvent.type(field, 'order{Enter}');
  expect(sent).not.toHaveBeenCalled();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(field).toHaveValue('the order value');
  expect(sent).not.toHaveBeenCalled();
});
