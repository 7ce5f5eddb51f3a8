import { graphql, HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { completed } from './completed';

const everything = [
  ...['returns:read', 'returns:write', 'returns:decide', 'refunds:write', 'receive:write', 'rules:read', 'rules:write'],
  ...['tenant:read', 'tenant:write', 'staff:write', 'orders:read', 'orders:write', 'messages:read', 'messages:write'],
  'privacy:write',
];

/** Who is signed in by now: somebody who may do everything, at one merchant. */
let signedIn: Record<string, unknown>;

const tells = () => HttpResponse.json(signedIn);
const server = setupServer(http.get('/session', tells), http.post('/session/tenant', tells));

/** The door: each try to sign in is answered in its turn, or lets in whoever is told; who goes out is out. */
export function door(...turns: [status: number, told: Record<string, unknown>][]): Record<string, unknown>[] {
  const typed: Record<string, unknown>[] = [];
  server.use(
    http.post('/session', async ({ request }) => {
      const [status, told] = turns[Math.min(typed.length, turns.length - 1)] ?? [200, {}];
      typed.push((await request.json()) as Record<string, unknown>);
      if (status !== 200) return HttpResponse.json(told, { status });
      signs(told);
      return tells();
    }),
    http.delete('/session', () => {
      signedIn = { signedIn: false };
      return new HttpResponse(null, { status: 204 });
    }),
  );
  return typed;
}

/** Nobody is signed in, as after going out. */
export function nobody(): void {
  signedIn = { signedIn: false };
}

/** Takes files, each answer in its turn; how many came is kept. */
export function stores(...turns: [status: number, told: Record<string, unknown>][]): string[] {
  const came: string[] = [];
  server.use(
    http.post('/files', () => {
      const [status, told] = turns[Math.min(came.length, turns.length - 1)] ?? [200, {}];
      came.push(String(told.id));
      return HttpResponse.json(told, { status });
    }),
  );
  return came;
}

/** For a file of tests: what is asked goes over the wire as ever, and ends here. Whatever no test answers fails. */
export function withServer(): void {
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());
  beforeAll(() => signs());
  afterEach(() => signs());
}

/** What the session tells from now on; what is not said is as ever. */
export function signs(of: Record<string, unknown> = {}): void {
  signedIn = { signedIn: true, personId: 'p1', tenantId: 't1', role: 'OWNER', scopes: everything, ...of };
}

type Variables = Record<string, unknown>;

/** Answers a query of that name; what was asked is kept. What `data` leaves out is filled in by the schema. */
export function answers(name: string, data: (variables: Variables) => Variables): Variables[] {
  const asked: Variables[] = [];
  server.use(
    graphql.query(name, ({ query, variables }) => {
      asked.push(variables);
      return HttpResponse.json({ data: completed(query, variables, data(variables)) });
    }),
  );
  return asked;
}

/** Lets a query of that name wait until it is let go; then it is answered. */
export function holds(name: string, data: () => Variables): () => void {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  server.use(
    graphql.query(name, async ({ query, variables }) => {
      await gate;
      return HttpResponse.json({ data: completed(query, variables, data()) });
    }),
  );
  return () => letGo();
}

/** Breaks on a query of that name, with an id to quote. */
export function fails(name: string): void {
  const extensions = { correlationId: 'id-7' };
  server.use(graphql.query(name, () => HttpResponse.json({ errors: [{ message: 'It broke.', extensions }] })));
}

export type Refusal = { field: string[] | null; message: string; code: string };
type Payload = Variables & { userErrors?: Refusal[] };

/** Takes a mutation of that name, with each answer in its turn and the last one ever after; what was sent is kept. */
export function takes(name: string, ...payloads: [Payload | 'nothing', ...(Payload | 'nothing')[]]): Variables[] {
  const sent: Variables[] = [];
  server.use(
    graphql.mutation(name, ({ query, variables }) => {
      const payload = payloads[Math.min(sent.length, payloads.length - 1)];
      sent.push((variables.input ?? variables) as Variables);
      if (payload === 'nothing') return HttpResponse.error();
      const field = name.charAt(0).toLowerCase() + name.slice(1);
      return HttpResponse.json({ data: completed(query, variables, { [field]: payload }) });
    }),
  );
  return sent;
}
