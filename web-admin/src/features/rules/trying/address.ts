/** A case as `tryFacts` takes it: the key of a fact, and its values. */
export type ExampleFacts = Record<string, string[]>;

/**
 * What to try, as the address says it: an order to invent a return of, a decision made in the past, or a case of its own.
 * The first of decision, facts and order that is there counts.
 */
export type TryAddress = { order?: string; decision?: string; facts?: ExampleFacts };

const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined);

/** Reads an address that anybody may have typed: what makes no sense is left out, never shown as an error. */
export function tryAddress(raw: Record<string, unknown>): TryAddress {
  const order = text(raw.order);
  const decision = text(raw.decision);
  const facts = exampleFacts(raw.facts);
  return { ...(order ? { order } : {}), ...(decision ? { decision } : {}), ...(facts ? { facts } : {}) };
}

function exampleFacts(raw: unknown): ExampleFacts | undefined {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined;
  return Object.fromEntries(
    Object.entries(raw).flatMap(([key, values]) => (Array.isArray(values) ? [[key, values.map(String)]] : [])),
  );
}
