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

test('who cannot be asked about is not signed out, and a right password is not called wrong', async () => {
  let away = true;
  vi.stubGlobal('fetch', async () =>
    away
      ? answer(503, { code: 'UNAVAILABLE', message: 'Not now', correlationId: 'id-1' })
      : answer(200, { signedIn: true, personId: 'p' }),
  );
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
  await act(async () => session?.reload());
  expect(session?.facts).toBeUndefined();
  expect(session?.unreachable).toBe(true);
  await act(async () =>
    expect(await session?.signIn('a@b.example', 'secret')).toEqual({ code: 'FAILED', correlationId: 'id-1' }),
  );
  away = false;
  await act(async () => session?.reload());
  expect(session?.facts?.signedIn).toBe(true);
  expect(session?.unreachable).toBe(false);
});
