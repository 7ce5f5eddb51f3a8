import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { Provider } from 'urql';
import { afterEach, expect, test, vi } from 'vitest';
import { createClient } from '@/shared/api/client';
import type { BackTest } from './back-test-query';
import { useProgress } from './use-progress';

afterEach(() => vi.unstubAllGlobals());

const running = {
  __typename: 'BackTest',
  id: 'b1',
  state: 'RUNNING',
  days: 30,
  judged: 0,
  total: 10,
  changed: 0,
  outcomes: [],
  unknown: [],
  askedAt: '2026-11-30T10:00:00Z',
  endedAt: null,
} as unknown as BackTest;

type Wire = { accept: string | null; query: string; signal: AbortSignal | undefined };

/** A server that tells events in the pieces in which they arrive, and answers what is asked. */
function serve(pieces: string[], answer: unknown): Wire[] {
  const asked: Wire[] = [];
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    const accept = new Headers(init.headers).get('Accept');
    asked.push({ accept, query: JSON.parse(String(init.body)).query, signal: init.signal ?? undefined });
    if (accept !== 'text/event-stream') {
      return new Response(JSON.stringify(answer), { headers: { 'Content-Type': 'application/json' } });
    }
    const body = new ReadableStream({
      start: (stream) => {
        for (const piece of pieces) stream.enqueue(new TextEncoder().encode(piece));
        if (pieces.at(-1)?.includes('complete')) stream.close();
      },
    });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  });
  return asked;
}

function watched(test: BackTest) {
  const client = createClient();
  const wrapper = ({ children }: { children: ReactNode }) => <Provider value={client}>{children}</Provider>;
  return renderHook(() => useProgress(test), { wrapper });
}

const event = (state: string, judged: number) =>
  `event:next\ndata:${JSON.stringify({ data: { backTestProgress: { ...running, state, judged } } })}\n\n`;

test('progress is told as it comes, through beats and in whatever pieces, and then the end is asked for', async () => {
  const [one, two] = [event('RUNNING', 4), event('RUNNING', 8)];
  const done = { ...running, state: 'DONE', judged: 10 };
  const pieces = [`:\n\n${one.slice(0, 30)}`, `${one.slice(30)}:\n\n${two}`, 'event:complete\ndata:{}\n\n'];
  const asked = serve(pieces, { data: { backTest: done } });
  const { result } = watched(running);
  await waitFor(() => expect(result.current.state).toBe('DONE'));
  expect(result.current.judged).toBe(10);
  expect(asked.map(({ accept }) => accept)).toEqual([
    'text/event-stream',
    'application/graphql-response+json, application/json',
  ]);
});

test('what is not over is followed on, and let go with the page', async () => {
  const asked = serve([event('RUNNING', 4)], {});
  const { result, unmount } = watched(running);
  await waitFor(() => expect(result.current.judged).toBe(4));
  expect(asked).toHaveLength(1);
  unmount();
  await waitFor(() => expect(asked[0]?.signal?.aborted).toBe(true));
});

test('where events do not come through, it is asked', async () => {
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    if (new Headers(init.headers).get('Accept') === 'text/event-stream') return new Response('', { status: 504 });
    const body = JSON.stringify({ data: { backTest: { ...running, state: 'DONE', judged: 10 } } });
    return new Response(body, { headers: { 'Content-Type': 'application/json' } });
  });
  const { result } = watched(running);
  await waitFor(() => expect(result.current.state).toBe('DONE'));
});

test('what is over is not followed', () => {
  const asked = serve([], {});
  watched({ ...running, state: 'DONE' } as BackTest);
  expect(asked).toEqual([]);
});
