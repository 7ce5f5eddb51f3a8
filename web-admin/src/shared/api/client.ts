import { type AnyVariables, Client, type CombinedError, fetchExchange, type TypedDocumentNode } from 'urql';
import { createCache } from './cache';
import { csrfHeader } from './csrf';

/** Raised on `window` when the server no longer knows the session; the guard then asks to sign in again. */
export const SIGNED_OUT = 'retour:signed-out';

/** Events of a subscription and one answer of all else: whoever takes both, as the client says it, gets one answer. */
function wanted(asked: string | null): string {
  const events = 'text/event-stream';
  return asked?.startsWith(events) ? events : 'application/graphql-response+json, application/json';
}

async function send(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const headers = new Headers(init?.headers);
  headers.set('Accept', wanted(headers.get('Accept')));
  for (const [name, value] of Object.entries(csrfHeader())) headers.set(name, value);
  return fetch(input, { ...init, credentials: 'same-origin', headers });
}

/** Sends our cookies with the CSRF header; when the token is missing or old, gets a new one and tries once more. */
export async function sameOriginFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  let answer = await send(input, init);
  if (answer.status === 403 && (await codeOf(answer)) === 'CSRF') {
    await fetch('/session', { credentials: 'same-origin' });
    answer = await send(input, init);
  }
  if (answer.status === 401) window.dispatchEvent(new Event(SIGNED_OUT));
  return answer;
}

async function codeOf(answer: Response): Promise<unknown> {
  return answer
    .clone()
    .json()
    .then((body: { code?: unknown }) => body.code)
    .catch(() => undefined);
}

/** One client per session and tenant, so that nothing cached of one merchant is ever shown under another. */
export function createClient(): Client {
  return new Client({
    url: '/graphql',
    exchanges: [createCache(), fetchExchange],
    fetch: sameOriginFetch,
    fetchSubscriptions: true,
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
  });
}

export type Document<Data, Variables extends AnyVariables> = TypedDocumentNode<Data, Variables>;

/** What to tell a person about a failed request: words, the id to quote, and whether a retry makes sense. */
export type Trouble = { kind: 'forbidden' | 'offline' | 'failed'; message: string; id: string | undefined };

export function troubleOf(error: CombinedError): Trouble {
  const response = error.response as Response | undefined;
  const extensions = error.graphQLErrors[0]?.extensions ?? {};
  const id =
    (extensions.correlationId as string | undefined) ?? response?.headers?.get('X-Correlation-Id') ?? undefined;
  if (extensions.classification === 'FORBIDDEN' || response?.status === 403) {
    return { kind: 'forbidden', message: 'Your role does not allow this.', id };
  }
  if (error.networkError && !response) {
    return { kind: 'offline', message: 'The server cannot be reached. Check the connection and try again.', id };
  }
  const message = error.graphQLErrors[0]?.message ?? 'Something went wrong on our side.';
  return { kind: 'failed', message, id };
}
