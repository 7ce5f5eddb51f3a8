import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { isSent } from '@/shared/testing/form';
import { answers, signs, stores, takes, withServer } from '@/shared/testing/server';
import { fill, shown } from '@/shared/testing/shown';
import { BrandSettings } from './brand';

withServer();

const png = new File(['png'], 'logo.png', { type: 'image/png' });
const tenant = {
  id: 't1',
  version: 3,
  name: 'Nord',
  brand: { color: '#0b5cad', onColor: '#ffffff', logoFileId: null },
};

async function opened(brand: object = {}) {
  answers('Logo', ({ id }) => ({ node: { __typename: 'StoredFile', id, path: '/files/f1' } }));
  answers('Tenant', () => ({ tenant: { ...tenant, brand: { ...tenant.brand, ...brand } } }));
  const user = await shown(<BrandSettings />);
  await screen.findByLabelText(/^Colour/);
  return user;
}

const colour = () => screen.getByLabelText(/^Colour/);
const save = () => screen.getByRole('button', { name: 'Save' });

test('the colour of a brand is saved as it was chosen; one that cannot be read is refused at its field', async () => {
  await opened();
  expect(save()).toBeDisabled();
  fill(colour(), '#12623a');
  await isSent({
    verb: 'Save',
    mutation: 'UpdateTenant',
    sent: { version: 3, brand: { color: '#12623a' } },
    field: ['brand.color', /^Colour/],
    payload: { tenant: { ...tenant, version: 4, brand: { ...tenant.brand, color: '#12623a' } } },
  });
  await waitFor(() => expect(save()).toBeDisabled());
  expect(colour()).toHaveValue('#12623a');
});

test('a logo goes up first and is then the brand’s; one that is not taken says why at its field', async () => {
  stores([413, {}], [200, { id: 'f1' }]);
  const sent = takes('UpdateTenant', {});
  const user = await opened();
  await user.upload(document.querySelector('input[type=file]') as HTMLInputElement, png);
  await user.click(save());
  await waitFor(() => expect(screen.getByLabelText(/^Logo/)).toHaveAccessibleDescription(/The file is too large/));
  expect(sent).toEqual([]);
  await user.click(save());
  await waitFor(() => expect(sent).toEqual([{ version: 3, brand: { color: '#0b5cad', logoFileId: 'f1' } }]));
});

test('a logo is taken away by its own button, and a colour that was not saved is not', async () => {
  await opened({ logoFileId: 'f1' });
  expect(await screen.findByRole('img', { name: 'Logo of Nord' })).toHaveAttribute('src', '/files/f1');
  fill(colour(), '#12623a');
  await isSent({
    verb: 'Remove the logo',
    mutation: 'UpdateTenant',
    sent: { version: 3, brand: { color: '#0b5cad', logoFileId: '' } },
  });
});

test('whoever may not change the brand sees it', async () => {
  signs({ scopes: ['tenant:read'] });
  await opened();
  expect(colour()).toBeDisabled();
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
});
