import { MantineProvider } from '@mantine/core';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { Dialog } from './dialog';

function Page() {
  const [wanted, setWanted] = useState(false);
  return (
    <MantineProvider env="test">
      <button type="button" onClick={() => setWanted(true)}>
        Give back
      </button>
      {wanted && (
        <Dialog title="How much?" onClose={() => setWanted(false)}>
          <input aria-label="Amount" data-autofocus />
        </Dialog>
      )}
    </MantineProvider>
  );
}

test('who leaves a dialog goes on where they were', async () => {
  const user = userEvent.setup();
  render(<Page />);
  const button = screen.getByRole('button', { name: 'Give back' });
  await user.click(button);
  const field = await screen.findByLabelText('Amount');
  await waitFor(() => expect(document.activeElement).toBe(field));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByLabelText('Amount')).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(button));
});
