import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { isSent } from '@/shared/testing/form';
import { answers, takes, withServer } from '@/shared/testing/server';
import { fill, shown } from '@/shared/testing/shown';
import { AcceptInvitation } from './accept-invitation';
import { ConfirmEmail } from './confirm-email';
import { ForgotPassword } from './forgot-password';
import { ResetPassword } from './reset-password';
import { SignUp } from './sign-up';

withServer();

const field = (label: RegExp) => screen.findByLabelText(label);
const at = (route: string, address = route) => ({ route, address });
const secret = 'short';

test('an account is opened with what was typed; the place of its portal follows its name', async () => {
  await shown(<SignUp />);
  fill(await field(/^Business name/), 'Nørd & Söhne');
  fill(await field(/^Your e-mail/), 'o@b.example');
  fill(await field(/^Password/), secret);
  await isSent({
    verb: 'Open the account',
    mutation: 'SignUp',
    sent: expect.objectContaining({
      businessName: 'Nørd & Söhne',
      slug: 'nord-sohne',
      email: 'o@b.example',
      name: null,
      password: secret,
      currency: 'EUR',
    }),
    field: ['slug', /^Portal address/],
  });
  expect(await screen.findByText('o@b.example')).toBeInTheDocument();
});

test('no account is opened without a name, an address and a password, and each is asked for at its field', async () => {
  const sent = takes('SignUp', {});
  await shown(<SignUp />);
  fireEvent.submit(screen.getByRole('button', { name: 'Open the account' }).closest('form') as HTMLElement);
  await waitFor(() => expect(screen.getByLabelText(/^Business name/)).toHaveAccessibleDescription(/is called/));
  expect(screen.getByLabelText(/^Your e-mail/)).toHaveAccessibleDescription(/Say where the link/);
  expect(screen.getByLabelText(/^Password/)).toHaveAccessibleDescription(/Choose a password/);
  expect(sent).toEqual([]);
});

async function invited(accountExists: boolean) {
  answers('InvitationOffer', () => ({
    invitationOffer: { tenantName: 'Nord', email: 'p@b.example', role: 'AGENT', accountExists },
  }));
  return shown(<AcceptInvitation />, at('/accept-invitation', '/accept-invitation?token=%22T%22'));
}

test('who is invited joins with a name and a new password', async () => {
  const user = await invited(false);
  fill(await field(/^Your name/), 'Pavel');
  fill(await field(/^Password/), secret);
  await isSent({
    verb: 'Join Nord',
    mutation: 'AcceptInvitation',
    sent: { token: 'T', password: secret, name: 'Pavel' },
    field: ['password', /^Password/],
  });
  await waitFor(() => expect(user.place()).toContain('/sign-in'));
});

test('who has an account already joins with its password alone', async () => {
  await invited(true);
  fill(await field(/^Your present password/), secret);
  await isSent({
    verb: 'Join Nord',
    mutation: 'AcceptInvitation',
    sent: { token: 'T', password: secret, name: null },
    field: ['password', /^Your present password/],
  });
});

test('an invitation that is no longer good says what to do', async () => {
  answers('InvitationOffer', () => ({ invitationOffer: null }));
  await shown(<AcceptInvitation />, at('/accept-invitation', '/accept-invitation?token=%22T%22'));
  expect(await screen.findByText(/Ask whoever invited you/)).toBeInTheDocument();
});

test('a link for a new password goes to the address that was typed', async () => {
  await shown(<ForgotPassword />);
  fill(await field(/^E-mail address/), 'o@b.example');
  await isSent({
    verb: 'Send the link',
    mutation: 'RequestPasswordReset',
    sent: { email: 'o@b.example' },
    field: ['email', /^E-mail address/],
  });
  expect(await screen.findByText('o@b.example')).toBeInTheDocument();
});

test('a new password is set with the link that came by mail', async () => {
  const user = await shown(<ResetPassword />, at('/reset-password', '/reset-password?token=%22T%22'));
  fill(await field(/^New password/), secret);
  await isSent({
    verb: 'Set the password',
    mutation: 'ResetPassword',
    sent: { token: 'T', password: secret },
    field: ['password', /^New password/],
  });
  await waitFor(() => expect(user.place()).toContain('/sign-in'));
});

test('an address is confirmed by a click; a link that was used says so', async () => {
  const used = { field: ['input', 'token'], message: 'This link was used.', code: 'INVALID' };
  const sent = takes('ConfirmEmail', { userErrors: [used] }, { confirmed: true });
  const user = await shown(<ConfirmEmail />, at('/confirm-email', '/confirm-email?token=%22T%22'));
  await user.click(screen.getByRole('button', { name: 'Confirm the address' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('This link was used.');
  await user.click(screen.getByRole('button', { name: 'Confirm the address' }));
  await waitFor(() => expect(user.place()).toContain('/sign-in'));
  expect(sent[0]).toEqual({ token: 'T' });
});
