import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { door, nobody, withServer } from '@/shared/testing/server';
import { fill, shown } from '@/shared/testing/shown';
import { SignIn } from './sign-in';

withServer();

const secret = 'short';
const olga = { email: 'o@b.example', password: secret };
const inside: [number, object] = [200, {}];
const says = (code: string, more: object = {}): [number, object] => [401, { code, ...more }];

async function outside(...turns: [number, object][]) {
  nobody();
  const typed = door(...(turns as [number, Record<string, unknown>][]));
  const address = '/sign-in?to=%2Forders';
  const user = await shown(<SignIn />, { route: '/sign-in', address, out: true });
  return Object.assign(user, { typed });
}

const field = (label: RegExp) => screen.getByLabelText(label);
const go = () => screen.getByRole('button', { name: 'Sign in' });

async function knocks(...turns: [number, object][]) {
  const user = await outside(...turns);
  fill(field(/^E-mail address/), ` ${olga.email} `);
  fill(field(/^Password/), olga.password);
  fireEvent.click(go());
  return user;
}

test('who signs in comes to the page that they wanted; the button says that it is busy', async () => {
  const { typed, place } = await knocks(inside);
  expect(go()).toHaveAttribute('data-loading');
  await waitFor(() => expect(place()).toBe('/orders'));
  expect(typed).toEqual([olga]);
});

test('nothing is sent without an address and a password, and each is asked for at its field', async () => {
  const { typed } = await outside(inside);
  go().click();
  await waitFor(() => expect(field(/^E-mail address/)).toHaveAccessibleDescription(/Type the address/));
  expect(field(/^Password/)).toHaveAccessibleDescription(/Type your password/);
  expect(typed).toEqual([]);
});

test('a wrong password is told without saying what of the two is wrong, and nothing typed is lost', async () => {
  const { typed } = await knocks(says('BAD_CREDENTIALS'), inside);
  expect(await screen.findByRole('alert')).toHaveTextContent('do not fit together');
  expect(field(/^Password/)).toHaveValue(secret);
  go().click();
  await waitFor(() => expect(typed).toEqual([olga, olga]));
});

test.each([
  ['who tried too often reads how long to wait', says('THROTTLED', { retryAfterSeconds: 170 }), /Wait 3 minutes/],
  ['a server that is away is not a wrong password', [503, { correlationId: 'id-7' }], /not available.*id-7/],
] as [string, [number, object], RegExp][])('%s', async (_, turn, words) => {
  await knocks(turn);
  expect(await screen.findByRole('alert')).toHaveTextContent(words);
});

test('who has an app is asked for its code, and the last digit sends it; a wrong one is said below and typed anew', async () => {
  const { typed, place, ...user } = await knocks(says('TOTP_REQUIRED'), says('TOTP_WRONG'), inside);
  await user.type(await screen.findByLabelText('Digit 1 of 6'), '111111');
  await waitFor(() => expect(field(/^Digit 1 of 6/)).toHaveAccessibleDescription(/That code is not right/));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(field(/^Digit 1 of 6/)).toHaveValue('');
  expect(field(/^Digit 1 of 6/)).toHaveFocus();
  await user.keyboard('222222');
  await waitFor(() => expect(place()).toBe('/orders'));
  expect(typed).toEqual([olga, { ...olga, totp: '111111' }, { ...olga, totp: '222222' }]);
});

test('who has no phone at hand signs in with a recovery code', async () => {
  const { typed, place, ...user } = await knocks(says('TOTP_REQUIRED'), says('TOTP_WRONG'), inside);
  await user.click(await screen.findByRole('button', { name: /recovery code/ }));
  await user.type(field(/^Recovery code/), 'aaaa{Enter}');
  await waitFor(() => expect(field(/^Recovery code/)).toHaveAccessibleDescription(/was used before/));
  await user.type(field(/^Recovery code/), 'bbbb{Enter}');
  await waitFor(() => expect(place()).toBe('/orders'));
  expect(typed.map(({ totp }) => totp)).toEqual([undefined, 'aaaa', 'bbbb']);
});
