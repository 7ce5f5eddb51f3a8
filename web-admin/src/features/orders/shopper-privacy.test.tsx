import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { isSent } from '@/shared/testing/form';
import { signs, takes, withServer } from '@/shared/testing/server';
import { shown } from '@/shared/testing/shown';
import { ShopperPrivacy } from './shopper-privacy';

withServer();

async function asked() {
  const user = await shown(<ShopperPrivacy orderId="o1" number="#1001" />);
  await user.click(screen.getByRole('button', { name: 'Erase the shopper' }));
  await screen.findByText(/go for good/);
  return user;
}

const gone = () => waitFor(() => expect(screen.queryByText(/go for good/)).toBeNull());

test('a shopper is erased for good after one is asked, and the question goes away', async () => {
  await asked();
  await isSent({
    verb: 'Erase for good',
    mutation: 'EraseShopper',
    sent: { orderId: 'o1', evenWhileOpen: false },
    payload: { erasure: { counts: [], kept: [] } },
  });
  await gone();
});

test('while a return is open it is asked again, and nothing goes before that is ticked', async () => {
  const path = ['input', 'evenWhileOpen'];
  const open = { field: path, message: 'Return R-1001 is open.', code: 'WRONG_STATE' };
  const sent = takes('EraseShopper', { userErrors: [open] }, {});
  const user = await asked();
  const go = screen.getByRole('button', { name: 'Erase for good' });
  await user.click(go);
  const allTheSame = await screen.findByLabelText('Erase all the same');
  expect(allTheSame).toHaveAccessibleDescription('Return R-1001 is open.');
  expect(allTheSame).toHaveFocus();
  expect(go).toBeDisabled();
  await user.click(allTheSame);
  await user.keyboard('{Enter}');
  await gone();
  expect(sent).toEqual([
    { orderId: 'o1', evenWhileOpen: false },
    { orderId: 'o1', evenWhileOpen: true },
  ]);
});

test('whoever may not erase anybody is not offered it', async () => {
  signs({ scopes: ['orders:read'] });
  await shown(<ShopperPrivacy orderId="o1" number="#1001" />);
  expect(screen.queryByRole('button')).toBeNull();
});
