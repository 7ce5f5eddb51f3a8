import { screen, waitFor } from '@testing-library/react';
import { useQuery } from 'urql';
import { expect, test } from 'vitest';
import { graphql } from '@/shared/api/graphql';
import { nodesOf } from '@/shared/api/pages';
import { useSession } from '@/shared/session/session';
import { answers, door, holds, withServer } from '@/shared/testing/server';
import { shown } from '@/shared/testing/shown';

withServer();

const RowsQuery = graphql(`query Rows { orders(first: 5) { edges { node { id number } } } }`);

function Rows() {
  const [{ data }] = useQuery({ query: RowsQuery });
  return (
    <p>
      Orders:{' '}
      {nodesOf(data?.orders)
        .map(({ number }) => number)
        .join()}
    </p>
  );
}

/** As the app: rows for who is signed in, a door for who is not. */
function House() {
  const { facts, signIn, signOut } = useSession();
  if (!facts?.signedIn) {
    return (
      <button type="button" onClick={() => void signIn('p@b.example', 'x')}>
        Sign in
      </button>
    );
  }
  return (
    <>
      <button type="button" onClick={() => void signOut()}>
        Sign out
      </button>
      <Rows />
    </>
  );
}

const row = { id: 'o1', number: '#1001' };

test.each([
  ['another person', 'p2'],
  ['the same person', 'p1'],
])(
  '%s who signs in afterwards sees nothing that was known before, not even until the answer comes',
  async (_, personId) => {
    door([200, { personId }]);
    answers('Rows', () => ({ orders: [row] }));
    const user = await shown(<House />, { out: true });
    await screen.findByText('Orders: #1001');
    await user.click(screen.getByRole('button', { name: 'Sign out' }));
    await screen.findByRole('button', { name: 'Sign in' });
    expect(screen.queryByText(/#1001/)).toBeNull();
    const letGo = holds('Rows', () => ({ orders: [{ id: 'o2', number: '#2002' }] }));
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText(/^Orders:/)).toHaveTextContent(/^Orders:$/);
    letGo();
    await waitFor(() => expect(screen.getByText(/^Orders:/)).toHaveTextContent('Orders: #2002'));
  },
);
