import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { answers, takes, withServer } from '@/shared/testing/server';
import { fill, shown } from '@/shared/testing/shown';
import { ApiClients } from './api-clients';

withServer();

const client = (id: string, name: string, revokedAt: string | null) => ({
  __typename: 'ApiClient',
  id,
  clientId: `client-${id}`,
  name,
  scopes: ['returns:read'],
  createdAt: '2026-11-01T10:00:00Z',
  lastUsedAt: null,
  revokedAt,
});

function list(...clients: object[]) {
  answers('ApiClients', () => ({
    apiClients: {
      edges: clients.map((node) => ({ node, __typename: 'ApiClientEdge' })),
      __typename: 'ApiClientConnection',
    },
  }));
}

test('who is shut out is told from who works, and cannot be shut out again', async () => {
  list(client('a', 'Warehouse', null), client('b', 'Old shop', '2026-11-02T10:00:00Z'));
  await shown(<ApiClients />);
  const steps = async (name: string) => within((await screen.findByText(name)).closest('tr') as HTMLElement);
  expect((await steps('Warehouse')).getByRole('button', { name: 'Shut out' })).toBeInTheDocument();
  expect((await steps('Old shop')).queryByRole('button', { name: 'Shut out' })).toBeNull();
  expect((await steps('Old shop')).queryByText('Works')).toBeNull();
});

test('a client gets what was ticked and no more, and its secret is shown', async () => {
  list();
  const sent = takes('CreateApiClient', { apiClient: client('n', 'Warehouse', null), clientSecret: 's3cret' });
  const user = await shown(<ApiClients />);
  await user.click((await screen.findAllByRole('button', { name: 'Add an API client' }))[0] as HTMLElement);
  const make = await screen.findByRole('button', { name: 'Make id and secret' });
  expect(make).toBeDisabled();
  await user.click(screen.getByLabelText('returns:read'));
  await user.click(make);
  await waitFor(() => expect(screen.getByLabelText(/^Name/)).toHaveAccessibleDescription(/Say what program/));
  expect(sent).toEqual([]);
  fill(screen.getByLabelText(/^Name/), 'Warehouse');
  await user.click(make);
  expect(await screen.findByText('s3cret')).toBeInTheDocument();
  expect(sent).toEqual([{ name: 'Warehouse', scopes: ['returns:read'], idempotencyKey: expect.any(String) }]);
});
