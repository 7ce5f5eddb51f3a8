import { graphql, HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll } from 'vitest';

const everything = ['returns:read', 'returns:write', 'returns:decide', 'refunds:write', 'tenant:read', 'rules:write'];

/** Somebody is signed in who may do everything; what else is asked, a test answers itself. */
const server = setupServer(
  http.get('/session', () =>
    HttpResponse.json({ signedIn: true, personId: 'p1', tenantId: 't1', role: 'OWNER', scopes: everything }),
  ),
);

/** For a file of tests: what is asked goes over the wire as ever, and ends here. Whatever no test answers fails. */
export function withServer(): void {
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());
}

type Variables = Record<string, unknown>;

/** Answers a query of that name. */
export function answers(name: string, data: (variables: Variables) => Variables): void {
  server.use(graphql.query(name, ({ variables }) => HttpResponse.json({ data: data(variables) })));
}

export type Refusal = { field: string[] | null; message: string; code: string };
type Payload = Variables & { userErrors?: Refusal[] };

/** Takes a mutation of that name, with each answer in its turn and the last one ever after; what was sent is kept. */
export function takes(name: string, ...payloads: [Payload | 'nothing', ...(Payload | 'nothing')[]]): Variables[] {
  const sent: Variables[] = [];
  server.use(
    graphql.mutation(name, ({ variables }) => {
      const payload = payloads[Math.min(sent.length, payloads.length - 1)];
      sent.push((variables.input ?? variables) as Variables);
      if (payload === 'nothing') return HttpResponse.error();
      const field = name.charAt(0).toLowerCase() + name.slice(1);
      return HttpResponse.json({ data: { [field]: { userErrors: [], ...payload } } });
    }),
  );
  return sent;
}
