import { useDebouncedValue } from '@mantine/hooks';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RuleGroupType, RuleType } from 'react-querybuilder';
import { useClient } from 'urql';
import { type Effects, ExplainQuery, type RuleFacts, type RuleInput } from '../policy-query';
import { toCondition, toQuery, valuesOf } from './condition';
import { EFFECTS, effect, type Mistakes, mistakesOf, NAME, shown, unreadable } from './mistakes';

type Explained = { of: string; told?: RuleFacts; mistakes: Mistakes };
const nothing: Mistakes = new Map();

/** Conditions whose values differ from before: only there somebody typed. */
function typedIn(before: RuleGroupType, after: RuleGroupType, into: Set<string>) {
  const old = new Map(leaves(before).map((leaf) => [leaf.id, leaf]));
  for (const leaf of leaves(after)) {
    const was = old.get(leaf.id);
    if (was && leaf.id && String(valuesOf(was.value)) !== String(valuesOf(leaf.value))) into.add(leaf.id);
  }
}

function leaves(group: RuleGroupType): RuleType[] {
  return group.rules.flatMap((node) => (typeof node === 'string' ? [] : 'rules' in node ? leaves(node) : [node]));
}

/** A rule while it is written: its parts, what it says in words by the server, and what is wrong with it and where. */
export function useEditor(rule: RuleInput, onEdit: (rule: RuleInput) => void, onTyped: (rule: RuleInput) => void) {
  const client = useClient();
  const [name, setName] = useState(rule.name);
  const [isFinal, setFinal] = useState(rule.isFinal ?? false);
  const [then, setThen] = useState(rule.then);
  const [query, setQuery] = useState(() => toQuery(rule.when));
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [tries, setTries] = useState(0);
  const [explained, setExplained] = useState<Explained>({ of: '', mistakes: nothing });
  const [told, setTold] = useState<RuleFacts>();
  const edited: RuleInput = useMemo(
    () => ({ ...rule, name: name.trim(), isFinal, when: toCondition(query), then }),
    [rule, name, isFinal, query, then],
  );
  useLayoutEffect(() => onEdit(edited), [edited, onEdit]);
  const text = JSON.stringify(edited);
  const [asked] = useDebouncedValue(text, 300);

  const explain = useCallback(
    async (of: string): Promise<Explained> => {
      const rules = [JSON.parse(of) as RuleInput];
      const { data, error } = await client.query(ExplainQuery, { rules }).toPromise();
      const rule = data?.explainRules.rules?.[0];
      const unread = error?.graphQLErrors.flatMap(unreadable) ?? [];
      const failed =
        error && unread.length === 0
          ? [{ field: null, message: 'The server cannot be reached.', code: 'FAILED' }]
          : unread;
      const mistakes = mistakesOf([...(data?.explainRules.userErrors ?? []), ...failed], query);
      const answer: Explained = rule ? { of, told: rule, mistakes } : { of, mistakes };
      setExplained(answer);
      if (rule) setTold(rule);
      return answer;
    },
    [client, query],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew when one pauses, not when the builder redraws
  useEffect(() => {
    void explain(asked);
    onTyped(JSON.parse(asked) as RuleInput);
  }, [asked]);

  const touch = useCallback(
    (...places: string[]) =>
      setTouched((before) => (places.every((place) => before.has(place)) ? before : new Set([...before, ...places]))),
    [],
  );
  const latest = useRef({ query, then });
  useLayoutEffect(() => {
    latest.current = { query, then };
  });
  const changeQuery = useCallback(
    (next: RuleGroupType) => {
      const places = new Set<string>();
      typedIn(latest.current.query, next, places);
      if (places.size > 0) touch(...places);
      setQuery(next);
    },
    [touch],
  );
  const changeEffects = useCallback(
    (next: Effects) => {
      const before = latest.current.then;
      const kinds = Object.keys(before) as (keyof Effects)[];
      touch(EFFECTS, ...kinds.filter((kind) => kind in next && next[kind] !== before[kind]).map(effect));
      setThen(next);
    },
    [touch],
  );
  const mistakes = useMemo(() => shown(explained.mistakes, touched, tries > 0), [explained.mistakes, touched, tries]);
  return {
    name,
    isFinal,
    then,
    query,
    edited,
    setFinal,
    setName: (next: string) => {
      setName(next);
      touch(NAME);
    },
    setThen: changeEffects,
    setQuery: changeQuery,
    /** In words; of what stood there when it was last complete. */
    told,
    mistakes,
    /** How often the rule was to be kept and could not be. */
    tries,
    isIncomplete: explained.mistakes.size > 0,
    /** The rule with its words; undefined when something is wrong with it, which is shown from then on. */
    finish: async (): Promise<RuleFacts | undefined> => {
      const answer = explained.of === text ? explained : await explain(text);
      if (!answer.told) setTries((n) => n + 1);
      return answer.told;
    },
  };
}
