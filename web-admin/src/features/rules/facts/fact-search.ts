/** What of a fact can be searched for. */
export type Searchable = {
  key: string;
  subject: string;
  label: string;
  description: string;
  operators?: readonly { label: string }[];
};

const subjects: Record<string, string> = {
  item: 'The item',
  order: 'The order',
  return: 'The whole return',
  shopper: 'The shopper',
  legal: 'The law',
  custom: 'Your own',
};

/** Every typed word must stand somewhere in the fact, whatever the case; numbers are what one compares with. */
export function fits(fact: Searchable, typed: string): boolean {
  const compares = fact.operators?.map((operator) => operator.label).join(' ') ?? '';
  const text = `${fact.key} ${fact.label} ${fact.description} ${compares}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => !/^\d+$/.test(word))
    .every((word) => text.includes(word));
}

/** Facts by what they speak of, in the order they come, with a heading for each. */
export function bySubject<Fact extends Searchable>(facts: readonly Fact[]): { heading: string; facts: Fact[] }[] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) groups.set(fact.subject, [...(groups.get(fact.subject) ?? []), fact]);
  return [...groups].map(([subject, of]) => ({ heading: subjects[subject] ?? subject, facts: of }));
}

/** The mutation that an integrator sends so that an own fact has a value. */
export function pushExample(source: 'ORDER' | 'SHOPPER', attribute: string, value = 'gold'): string {
  const owner = source === 'ORDER' ? 'orderId: "T3JkZXI6…"' : 'shopperId: "U2hvcHBlcjo…"';
  return `mutation {
  pushAttributes(input: {
    ${owner}
    attributes: [{ name: ${JSON.stringify(attribute)}, values: [${JSON.stringify(value)}] }]
  }) {
    userErrors { field message }
  }
}`;
}
