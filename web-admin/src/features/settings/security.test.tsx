import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { answers, takes, withServer } from '@/shared/testing/server';
import { fill, shown } from '@/shared/testing/shown';
import { Security } from './security';
import { TotpOn } from './totp';

withServer();

async function opened() {
  const viewer = { id: 'p1', email: 'o@b.example', name: 'Olga', totpEnabled: false, __typename: 'Viewer' };
  answers('Viewer', () => ({ viewer }));
  answers('OwnSessions', () => ({ viewer: { ...viewer, sessions: [] } }));
  const user = await shown(<Security />);
  await screen.findByLabelText(/^Present password/);
  return user;
}

const press = (name: string) => screen.getByRole('button', { name });

test('a password is changed by who knows the present one; a wrong one is said at its field and nothing typed is lost', async () => {
  const wrong = { field: ['input', 'currentPassword'], message: 'That is not your password.', code: 'WRONG' };
  const sent = takes('ChangePassword', { changed: false, userErrors: [wrong] }, { changed: true });
  const user = await opened();
  const present = screen.getByLabelText(/^Present password/);
  const next = screen.getByLabelText(/^New password/);
  await user.click(press('Change the password'));
  await waitFor(() => expect(next).toHaveAccessibleDescription(/Choose a new password/));
  expect(sent).toEqual([]);
  fill(present, 'old');
  fill(next, 'eleven patient otters');
  await user.click(press('Change the password'));
  await waitFor(() => expect(present).toHaveAccessibleDescription(/not your password/));
  expect(next).toHaveValue('eleven patient otters');
  await user.click(press('Change the password'));
  await waitFor(() => expect(next).toHaveValue(''));
  expect(sent[1]).toEqual({ currentPassword: 'old', password: 'eleven patient otters' });
});

test('the authenticator app is not switched off without a password and a code', async () => {
  const sent = takes('DisableTotp', { viewer: null });
  const user = await shown(<TotpOn />);
  await user.click(press('Switch it off'));
  await waitFor(() =>
    expect(screen.getByLabelText(/^Your password/)).toHaveAccessibleDescription(/Type your password/),
  );
  expect(screen.getByLabelText(/^Code that the app shows/)).toHaveAccessibleDescription(/Type the code/);
  fill(screen.getByLabelText(/^Your password/), 'old');
  fill(screen.getByLabelText(/^Code that the app shows/), '123456');
  await user.click(press('Switch it off'));
  await waitFor(() => expect(sent).toEqual([{ currentPassword: 'old', code: '123456' }]));
});
