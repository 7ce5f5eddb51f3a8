import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { isSent } from '@/shared/testing/form';
import { answers, signs, takes, withServer } from '@/shared/testing/server';
import { fill, shown } from '@/shared/testing/shown';
import { Business } from './business';
import { InviteDialog } from './invitations';
import { OrderSettings } from './order-settings';
import { Privacy } from './privacy';
import { Reasons } from './reasons';
import { RecoveryCodes } from './recovery-codes';
import { ReturnSettings } from './return-settings';
import { Security } from './security';
import { TotpOff } from './totp';

withServer();

const nothing = () => {};
const field = (label: RegExp) => screen.findByLabelText(label);
const tenant = { id: 't1', version: 3, name: 'Nord', slug: 'nord', portalUrl: 'https://shop.example/r/nord' };
const viewer = { id: 'p1', name: 'Olga', tenant: { ...tenant, locale: 'de' } };

test('a business says what it is called, and an address only where it gives one', async () => {
  answers('Tenant', () => ({ tenant: { ...tenant, timeZone: 'Europe/Berlin', locale: 'de' } }));
  await shown(<Business />);
  fill(await field(/^Business name/), 'Nord & Söhne');
  const input = { version: 3, name: 'Nord & Söhne', slug: 'nord', timeZone: 'Europe/Berlin', locale: 'de' };
  await isSent({
    verb: 'Save',
    mutation: 'UpdateTenant',
    sent: { ...input, contactEmail: '', teamInbox: '', returnAddress: null },
    field: ['slug', /^Portal address/],
  });
});

test('who changes a business that somebody else changed meanwhile is told, and keeps the words', async () => {
  answers('Tenant', () => ({ tenant }));
  takes('UpdateTenant', { userErrors: [{ field: null, message: 'Stale.', code: 'STALE' }] });
  const user = await shown(<Business />);
  fill(await field(/^Business name/), 'Nord & Söhne');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Somebody changed these settings meanwhile.');
  expect(await field(/^Business name/)).toHaveValue('Nord & Söhne');
});

test('whoever may not change a business sees it, and no way to save it', async () => {
  signs({ scopes: ['tenant:read'] });
  answers('Tenant', () => ({ tenant }));
  await shown(<Business />);
  expect(await field(/^Business name/)).toBeDisabled();
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
});

test('somebody is invited by their address, in a role', async () => {
  await shown(<InviteDialog onClose={nothing} />);
  fill(await field(/^E-mail address/), ' pavel@b.example ');
  answers('Invitations', () => ({}));
  await isSent({
    verb: 'Send the invitation',
    mutation: 'InviteStaff',
    sent: { email: 'pavel@b.example', role: 'AGENT', idempotencyKey: expect.any(String) },
    field: ['email', /^E-mail address/],
  });
});

test('a reason gets the text that shoppers read, a group and a code', async () => {
  answers('ReturnReasons', () => ({}));
  answers('Viewer', () => ({ viewer }));
  const user = await shown(<Reasons />);
  await user.click(await screen.findByRole('button', { name: 'Add a reason' }));
  await user.click(await screen.findByRole('button', { name: 'Add the reason' }));
  expect(await field(/^Text in/)).toHaveAccessibleDescription(/Say what shoppers read/);
  fill(await field(/^Text in/), 'Too small');
  fill(await field(/^Code/), 'too_small');
  await isSent({
    verb: 'Add the reason',
    mutation: 'CreateReason',
    sent: {
      code: 'too_small',
      group: 'OTHER',
      texts: [{ locale: 'de', text: 'Too small' }],
      idempotencyKey: expect.any(String),
    },
    field: ['texts', /^Text in/],
  });
});

test('a reason that is changed keeps its code', async () => {
  const texts = [{ locale: 'de', text: 'Zu klein' }];
  answers('ReturnReasons', () => ({
    returnReasons: [{ id: 'a', code: 'too_small', text: 'Zu klein', group: 'SIZE', texts }],
  }));
  answers('Viewer', () => ({ viewer }));
  const user = await shown(<Reasons />);
  await user.click(await screen.findByRole('button', { name: 'Change' }));
  fill(await field(/^Text in/), 'Viel zu klein');
  expect(await field(/^Code/)).toBeDisabled();
  await isSent({
    verb: 'Save',
    mutation: 'UpdateReason',
    sent: { reasonId: 'a', group: 'SIZE', texts: [{ locale: 'de', text: 'Viel zu klein' }] },
    field: ['texts.0.text', /^Text in/],
  });
});

const returns = {
  returnSettings: {
    version: 5,
    resolutions: ['REFUND'],
    assumedTransitDays: null,
    hoursToWaitForRest: 24,
    evidenceDays: 7,
    refundOutboundShipping: 'NEVER',
    returnShipping: 'MERCHANT',
    labelFee: { amount: '4.90', currencyCode: 'EUR' },
  },
};

async function returnSettings() {
  signs({ scopes: ['tenant:write'] });
  answers('Viewer', () => ({ viewer }));
  answers('ReturnSettings', () => returns);
  await shown(<ReturnSettings />);
  return field(/^Cost of a label/);
}

test('what a label costs is sent as the server writes amounts', async () => {
  fill(await returnSettings(), '5,50');
  const { labelFee: _, assumedTransitDays: __, ...rest } = returns.returnSettings;
  await isSent({
    verb: 'Save',
    mutation: 'UpdateReturnSettings',
    sent: { ...rest, labelFee: '5.50', assumeNoDelivery: true, agentsAdjustFreely: true },
    field: ['labelFee', /^Cost of a label/],
  });
});

test('an amount that may be read in two ways is asked for again before anything is sent', async () => {
  const fee = await returnSettings();
  const sent = takes('UpdateReturnSettings', {});
  fill(fee, 'five');
  screen.getByRole('button', { name: 'Save' }).click();
  await screen.findByText(/for example/);
  expect(fee).toBeInvalid();
  expect(sent).toEqual([]);
});

test('since when every order is known is said with the tag of final sale', async () => {
  answers('OrderSettings', () => ({ orderSettings: {} }));
  await shown(<OrderSettings />);
  fill(await field(/^Every order is known since/), '2026-01-01');
  fill(await field(/^Tag of final sale/), 'final');
  await isSent({
    verb: 'Save',
    mutation: 'UpdateOrderSettings',
    sent: { historyCompleteSince: '2026-01-01', finalSaleTag: 'final' },
    field: ['historyCompleteSince', /^Every order is known since/],
  });
});

test('photos are kept for as many days as are typed', async () => {
  answers('Privacy', () => ({ privacySettings: { daysAfterClose: 90 } }));
  await shown(<Privacy />);
  fill(await field(/^Days that photos/), '30');
  await isSent({
    verb: 'Save',
    mutation: 'UpdatePrivacySettings',
    sent: { daysAfterClose: 30 },
    field: ['daysAfterClose', /^Days that photos/],
  });
});

test('one is called as one says', async () => {
  answers('Viewer', () => ({ viewer }));
  answers('OwnSessions', () => ({ viewer: { id: 'p1' } }));
  await shown(<Security />);
  fill(await field(/^Name/), 'Olga N.');
  await isSent({ verb: 'Save', mutation: 'UpdateViewer', sent: { name: 'Olga N.' }, field: ['name', /^Name/] });
});

test('an authenticator app is set up by who knows the password', async () => {
  await shown(<TotpOff onCodes={nothing} />);
  fill(await field(/^Your password/), 'eleven patient otters');
  await isSent({
    verb: 'Set it up',
    mutation: 'StartTotp',
    sent: { currentPassword: 'eleven patient otters' },
    field: ['currentPassword', /^Your password/],
    payload: { otpauthUri: 'otpauth://totp/x?secret=ABC', secret: 'ABC' },
  });
  expect(await screen.findByText('ABC')).toBeInTheDocument();
});

test('new recovery codes are made by who knows the password', async () => {
  answers('RecoveryCodesLeft', () => ({ viewer: { id: 'p1', recoveryCodesLeft: 2 } }));
  const codes: string[] = [];
  await shown(<RecoveryCodes onCodes={(made) => codes.push(...made)} />);
  fill(await field(/^Your password/), 'eleven patient otters');
  await isSent({
    verb: 'Make new codes',
    mutation: 'RenewRecoveryCodes',
    sent: { currentPassword: 'eleven patient otters' },
    field: ['currentPassword', /^Your password/],
    payload: { recoveryCodes: ['aaaa-bbbb'] },
  });
  await screen.findByRole('button', { name: 'Make new codes' });
  await expect.poll(() => codes).toEqual(['aaaa-bbbb']);
});
