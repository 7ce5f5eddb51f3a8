import { useCallback, useRef, useState } from 'react';
import { type AnyVariables, useMutation } from 'urql';
import { type Document, troubleOf } from './client';

/** A refusal that the sender can mend: which field, in which words, of which kind. */
export type Refused = { field?: string[] | null; message: string; code: string };

type Payload = { userErrors: readonly Refused[] };

/** What became of a mutation: its payload, or why not. Exactly one of the two. */
export type Outcome<P> = { payload: P; refused?: undefined } | { payload?: undefined; refused: Refused[] };

/**
 * A mutation with one `input` and a payload with `userErrors`, as every one of ours. The answer is returned, never
 * thrown; a broken connection or a failing server comes back as a refusal of code FAILED, so that no caller forgets it.
 */
export function useAct<Data extends Record<string, Payload | null>, Variables extends AnyVariables>(
  document: Document<Data, Variables>,
) {
  const [, execute] = useMutation(document);
  const [busy, setBusy] = useState(false);
  const act = useCallback(
    async (variables: Variables): Promise<Outcome<NonNullable<Data[keyof Data]>>> => {
      setBusy(true);
      try {
        const result = await execute(variables);
        if (result.error) {
          const trouble = troubleOf(result.error);
          const message = trouble.id ? `${trouble.message} (error id ${trouble.id})` : trouble.message;
          return { refused: [{ message, code: trouble.kind.toUpperCase() }] };
        }
        const payload = Object.values(result.data ?? {})[0] as NonNullable<Data[keyof Data]> | undefined;
        if (!payload) return { refused: [{ message: 'The server gave no answer.', code: 'FAILED' }] };
        if (payload.userErrors.length > 0) return { refused: [...payload.userErrors] };
        return { payload };
      } finally {
        setBusy(false);
      }
    },
    [execute],
  );
  return [act, busy] as const;
}

/** Refusals by form field (the innermost of their path) for Mantine's `setErrors`; the rest goes under `form`. */
export function fieldErrors(refused: readonly Refused[], fields: readonly string[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const each of refused) {
    const name = landing(each.field ?? [], fields) ?? 'form';
    errors[name] = errors[name] ? `${errors[name]} ${each.message}` : each.message;
  }
  return errors;
}

/** The field that a path leads to, be it one of a list; of a list as a whole, its first. */
function landing(path: readonly string[], fields: readonly string[]): string | undefined {
  const inner = path.flatMap((_, end) =>
    path.slice(0, end + 1).map((_, start) => path.slice(start, end + 1).join('.')),
  );
  const ends = inner.reverse();
  return (
    ends.find((each) => fields.includes(each)) ?? fields.find((each) => ends.some((end) => each.startsWith(`${end}.`)))
  );
}

/** A key that makes a mutation safe to send twice; made once per intention, not per click. */
export function freshKey(): string {
  return crypto.randomUUID();
}

/**
 * The same key for the same words: whoever heard no answer says them again without harm, and whoever changed them meanwhile
 * says something else.
 */
export function useKey(): (words: unknown) => string {
  const said = useRef<{ words: string; key: string }>(undefined);
  return useCallback((words) => {
    const now = JSON.stringify(words);
    if (said.current?.words !== now) said.current = { words: now, key: freshKey() };
    return said.current.key;
  }, []);
}
