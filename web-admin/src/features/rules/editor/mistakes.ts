import type { RuleGroupType } from 'react-querybuilder';
import type { Refused } from '@/shared/api/act';
import { nodeAt } from './condition';

/** Where a mistake stands: a condition or group by its id in the builder, an effect by its name, or the rule's name. */
export type Mistakes = ReadonlyMap<string, string>;

export const NAME = 'name';
export const EFFECTS = 'then';
export const effect = (kind: string) => `then.${kind}`;

/** The place that a path of the server means, `rules` and the rule's place in front. */
function placeOf(path: readonly string[], query: RuleGroupType): string {
  const [, , part, ...rest] = path;
  if (part === 'when') return nodeAt(query, rest).id ?? '';
  if (part === 'then') return rest[0] ? effect(rest[0]) : EFFECTS;
  return part === 'name' ? NAME : '';
}

/** Mistakes of one rule by their place; under '' what belongs to no field of it. */
export function mistakesOf(refused: readonly Refused[], query: RuleGroupType): Mistakes {
  const places = new Map<string, string>();
  for (const { field, message } of refused) {
    const place = placeOf(field ?? [], query);
    places.set(place, places.has(place) ? `${places.get(place)} ${message}` : message);
  }
  return places;
}

type Unread = { extensions: Record<string, unknown> };

/** What is not even a number, as the server tells it of a variable's place before it reads any rule. */
export function unreadable({ extensions: { variable, field, code } }: Unread): Refused[] {
  if (typeof variable !== 'string' || !Array.isArray(field)) return [];
  const message =
    code === 'REQUIRED' ? 'Say how much' : 'Write a number without commas, with a dot before decimals: 1500 or 49.90';
  return [{ field: [variable, ...field.map(String)], message, code: String(code) }];
}

/** Only what stands where somebody already typed, or everything once the rule was to be kept. */
export function shown(mistakes: Mistakes, touched: ReadonlySet<string>, all: boolean): Mistakes {
  return new Map([...mistakes].filter(([place]) => all || touched.has(place)));
}
