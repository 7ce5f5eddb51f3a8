import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { takes } from './server';

type FormCase = {
  /** What the button says that sends it. */
  verb: string | RegExp;
  mutation: string;
  /** What is sent, the same at each try. */
  sent: Record<string, unknown>;
  /** A field that the server may refuse, as it calls it and as the form does. Left out: no field of it can be refused. */
  field?: [path: string, label: RegExp];
  /** What the server answers in the end. */
  payload?: Record<string, unknown>;
};

const refusal = 'Not like this.';

/**
 * What a form does that is filled in: sent twice in a breath it is sent once, and its button
 * says that it is busy; a lost connection is told and a refusal stands at
 * its field, and both lose nothing of what was typed. Then it is taken; what was typed was sent as it was each time.
 */
export async function isSent({ verb, mutation, sent: wanted, field, payload = {} }: FormCase): Promise<void> {
  const path = field ? ['input', ...field[0].split('.')] : null;
  const userErrors = [{ field: path, message: refusal, code: 'INVALID' }];
  const sent = takes(mutation, 'nothing', { userErrors }, payload);
  const submit = () => {
    const button = screen.getByRole('button', { name: verb });
    const named = button.getAttribute('form');
    const form = (named ? document.getElementById(named) : button.closest('form')) as HTMLFormElement;
    fireEvent.submit(form);
    fireEvent.submit(form);
    expect(button).toHaveAttribute('data-loading');
  };
  submit();
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('The server cannot be reached.'));
  submit();
  if (field)
    await waitFor(() =>
      expect(screen.getByLabelText(field[1], { selector: 'input, textarea, button' })).toHaveAccessibleDescription(
        /Not like this/,
      ),
    );
  else await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(refusal));
  submit();
  await waitFor(() => expect(sent).toHaveLength(3));
  expect(sent).toEqual([wanted, wanted, wanted]);
}
