import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { isSent } from '@/shared/testing/form';
import { takes, withServer } from '@/shared/testing/server';
import { fill, shown } from '@/shared/testing/shown';
import { TotpOff } from './totp';

withServer();

const digit = (at: number) => screen.getByLabelText(`Digit ${at} of 6`);

/** The key is in the app by now. */
async function opened() {
  const onCodes = vi.fn();
  takes('StartTotp', { otpauthUri: 'otpauth://totp/x?secret=ABC', secret: 'ABC' });
  const user = await shown(<TotpOff onCodes={onCodes} />);
  fill(screen.getByLabelText(/^Your password/), 'eleven patient otters');
  await user.click(screen.getByRole('button', { name: 'Set it up' }));
  await screen.findByText('ABC');
  return { onCodes, types: (code: string) => user.type(digit(1), code), enter: () => user.keyboard('{Enter}') };
}

test('the code that the app shows switches it on, and the recovery codes are handed on; a wrong one is said below it', async () => {
  const { onCodes, types } = await opened();
  const button = screen.getByRole('button', { name: 'Switch it on' });
  await types('12345');
  expect(button).toBeDisabled();
  fill(digit(6), '6');
  await isSent({
    verb: 'Switch it on',
    mutation: 'ConfirmTotp',
    sent: { code: '123456' },
    field: ['code', /^Digit 1 of 6/],
    payload: { recoveryCodes: ['aaaa-bbbb'] },
  });
  await waitFor(() => expect(onCodes).toHaveBeenCalledWith(['aaaa-bbbb']));
});

test('the words go as soon as another code is typed, and Enter sends it', async () => {
  const wrong = { field: ['input', 'code'], message: 'That code is not right.', code: 'WRONG' };
  const sent = takes('ConfirmTotp', { userErrors: [wrong] }, { recoveryCodes: [] });
  const { onCodes, types, enter } = await opened();
  await types('111111');
  await enter();
  expect(await screen.findByText('That code is not right.')).toBeInTheDocument();
  expect(digit(6)).toBeInvalid();
  fill(digit(6), '2');
  expect(screen.queryByText('That code is not right.')).toBeNull();
  await enter();
  await waitFor(() => expect(onCodes).toHaveBeenCalledOnce());
  expect(sent).toEqual([{ code: '111111' }, { code: '111112' }]);
});
