import type { Fact } from '../policy-query';
import type { ExampleFacts } from './address';

/** How a form names a fact: the sentence's words without the article, and days as days since something. */
export function factTitle(fact: Pick<Fact, 'label' | 'type'>): string {
  if (fact.type === 'DAYS') return `Days since ${fact.label}`;
  const words = fact.label.replace(/^(the|an|a) /, '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const subjects: Record<string, string> = {
  item: 'Item',
  order: 'Order',
  return: 'Return',
  shopper: 'Shopper',
  legal: 'Law',
};

export function subjectTitle(subject: string): string {
  return subjects[subject] ?? 'Your own facts';
}

export function isList(fact: Pick<Fact, 'type'>): boolean {
  return fact.type === 'TEXTS' || fact.type === 'CHOICES';
}

/** What is filled in; a list may be known to be empty, a single value may not. */
export function filled(
  rows: readonly { key: string; values: string[] }[],
  facts: ReadonlyMap<string, Fact>,
): ExampleFacts {
  return Object.fromEntries(
    rows.flatMap(({ key, values }) => {
      const fact = facts.get(key);
      if (!fact) return [];
      const given = isList(fact) ? values : values.filter((value) => value.trim() !== '').slice(0, 1);
      return isList(fact) || given.length > 0 ? [[key, given]] : [];
    }),
  );
}

/** As the API takes a case. */
export function factInputs(facts: ExampleFacts): { fact: string; values: string[] }[] {
  return Object.entries(facts).map(([fact, values]) => ({ fact, values }));
}

/** What of a trace can be tried again: known, and in the shop's own currency. */
export function knownFacts(seen: readonly { key: string; values: string[] | null }[]): ExampleFacts {
  return Object.fromEntries(seen.flatMap(({ key, values }) => (values ? [[key, values]] : [])));
}
