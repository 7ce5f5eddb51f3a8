import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { Client, fetchExchange, Provider } from 'urql';
import { expect, test } from 'vitest';
import type { PolicyFacts, RuleFacts } from '../policy-query';
import { useDraft } from './use-draft';

const rule = (id: string, name = id): RuleFacts =>
  ({ id, name, enabled: true, isFinal: false, when: { all: [] }, then: {}, sentence: name }) as unknown as RuleFacts;
const [a, b, c] = [rule('a'), rule('b'), rule('c')];

/** A server that keeps one draft and refuses who names an older version of it, as the real one does. */
class Server {
  live = { id: 'v1', number: 1, note: 'First', publishedAt: '2026-11-23T10:00:00Z', rules: [a, b] };
  draft: PolicyFacts['draft'] = null;
  saves: string[] = [];
  reachable = true;

  put(rules: readonly RuleFacts[]) {
    this.draft = { version: (this.draft?.version ?? 0) + 1, savedAt: '2026-11-23T11:00:00Z', rules: [...rules] };
  }

  policy = async () => JSON.parse(JSON.stringify({ live: this.live, draft: this.draft })) as PolicyFacts;

  fetch = async (_: unknown, init?: RequestInit) => {
    if (!this.reachable) throw new TypeError('offline');
    const { operationName, variables } = JSON.parse(String(init?.body));
    const stale = variables.input.version !== (this.draft?.version ?? 0);
    const userErrors = stale ? [{ field: null, code: 'STALE', message: 'Changed meanwhile' }] : [];
    const name = operationName === 'SavePolicyDraft' ? 'savePolicyDraft' : 'discardPolicyDraft';
    if (!stale && name === 'discardPolicyDraft') this.draft = null;
    if (!stale && name === 'savePolicyDraft') {
      this.saves.push(variables.input.rules.map((each: RuleFacts) => each.id).join(''));
      this.put(variables.input.rules.map((each: RuleFacts) => ({ ...each, sentence: each.name })));
    }
    const data = { [name]: { draft: stale ? null : this.draft, policy: null, userErrors } };
    return new Response(JSON.stringify({ data }), { headers: { 'content-type': 'application/json' } });
  };
}

async function opened(server: Server) {
  const client = new Client({
    url: 'http://server/graphql',
    preferGetMethod: false,
    exchanges: [fetchExchange],
    fetch: server.fetch as typeof fetch,
  });
  const of = await server.policy();
  const wrapper = ({ children }: { children: ReactNode }) => <Provider value={client}>{children}</Provider>;
  return renderHook(() => useDraft(of, server.policy), { wrapper }).result;
}

const shown = (draft: { current: ReturnType<typeof useDraft> }) =>
  draft.current.rules.map((each) => each.name).join(' ');

test('a change shows at once, is saved, undone to no draft at all, and done again', async () => {
  const server = new Server();
  const draft = await opened(server);
  act(() => void draft.current.change([b, a]));
  expect(shown(draft)).toBe('b a');
  await waitFor(() => expect(server.saves).toEqual(['ba']));
  await act(() => draft.current.undo());
  expect(shown(draft)).toBe('a b');
  expect(server.draft).toBeNull();
  await act(() => draft.current.redo());
  expect(server.draft?.rules.map((each) => each.id)).toEqual(['b', 'a']);
});

test('changes in quick succession are saved one after the other, the newest last, none refused', async () => {
  const server = new Server();
  const draft = await opened(server);
  await act(async () => {
    void draft.current.change([b, a]);
    void draft.current.change([b, a, c]);
    await draft.current.change([c, b, a]);
  });
  expect(server.saves.at(-1)).toBe('cba');
  expect(draft.current.trouble).toBeUndefined();
  expect(draft.current.version).toBe(server.draft?.version);
});

test('a draft that is discarded comes back', async () => {
  const server = new Server();
  server.put([a, b, c]);
  const draft = await opened(server);
  await act(() => draft.current.discard());
  expect(draft.current.isThrownAway).toBe(true);
  expect(shown(draft)).toBe('a b');
  await act(() => draft.current.undo());
  expect(server.draft?.rules).toHaveLength(3);
});

test('who is overtaken sees the newest and loses nothing: the change is put into it when asked for', async () => {
  const server = new Server();
  server.put([a, b]);
  const draft = await opened(server);
  server.put([a, rule('b', 'theirs')]);
  await act(() => draft.current.change([rule('a', 'mine'), draft.current.rules[1] as RuleFacts]));
  expect(shown(draft)).toBe('a theirs');
  const { trouble } = draft.current;
  expect(trouble).toMatchObject({ kind: 'stale', clashes: [] });
  await act(async () => trouble?.kind === 'stale' && trouble.mend());
  await waitFor(() => expect(server.draft?.rules.map((each) => each.name)).toEqual(['mine', 'theirs']));
});

test('what cannot be saved stays on the page, and is saved as soon as the server is there again', async () => {
  const server = new Server();
  const draft = await opened(server);
  server.reachable = false;
  await act(() => draft.current.change([b, a]));
  expect(shown(draft)).toBe('b a');
  const { trouble } = draft.current;
  expect(trouble?.kind).toBe('unsaved');
  server.reachable = true;
  await act(async () => trouble?.kind === 'unsaved' && trouble.again());
  await waitFor(() => expect(server.saves).toEqual(['ba']));
  expect(draft.current.trouble).toBeUndefined();
});
