import { act, render } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { SessionProvider, useSession } from './session';

afterEach(() => vi.unstubAllGlobals());

function answer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
}

test('who signs in before the token has come is let in all the same', async () => {
  const posts: number[] = [];
  vi.stubGlobal('fetch', async (_: string, init?: RequestInit) => {
    if (init?.method !== 'POST') return answer(200, { signedIn: false });
    posts.push(posts.length);
    return posts.length === 1 ? answer(403, { code: 'CSRF' }) : answer(200, { signedIn: true, personId: 'p' });
  });
  let session: ReturnType<typeof useSession> | undefined;
  function Peek() {
    session = useSession();
    return null;
  }
  render(
    <SessionProvider>
      <Peek />
    </SessionProvider>,
  );
  await act(async () => expect(await session?.signIn('a@b.example', 'secret')).toBeUndefined());
  expect(posts).toHaveLength(2);
  expect(session?.facts?.signedIn).toBe(true);
});
