import { useCallback, useEffect, useRef, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import { anew } from '@/shared/api/policies';
import { inputOf, type Rules } from '../draft/draft';
import { AnalyseQuery, type Analysis, type RuleInput } from '../policy-query';

export type Analysed = {
  analysis?: Analysis;
  /** The rules have changed since. */
  isOlder: boolean;
  /** What is being written is not complete yet, so it is left as it was before. */
  isIncomplete: boolean;
  /** They could not be looked through. */
  error?: CombinedError;
};

const PAUSE = 350;
const nothing: Analysed = { isOlder: false, isIncomplete: false };

/** With what is being written in its place: behind its id, or at the end. */
function written(rules: Rules, typed: RuleInput | undefined): RuleInput[] {
  const inputs = rules.map((rule) => (rule.id === typed?.id ? typed : inputOf(rule)));
  return typed && !rules.some((rule) => rule.id === typed.id) ? [...inputs, typed] : inputs;
}

/** What is wrong or surprising in the rules as they stand on the page, the one being written too; asked when one pauses. */
export function useAnalysis(rules: Rules, typed: RuleInput | undefined): Analysed & { again: () => void } {
  const client = useClient();
  const [analysed, setAnalysed] = useState<Analysed>(nothing);
  const newest = useRef(0);
  const [asked, setAsked] = useState(0);
  const again = useCallback(() => setAsked((times) => times + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again is asked anew
  useEffect(() => {
    const mine = ++newest.current;
    if (rules.length === 0 && !typed) {
      setAnalysed(nothing);
      return;
    }
    setAnalysed((before) => (before.isOlder ? before : { ...before, isOlder: true }));
    const timer = setTimeout(async () => {
      const input = { source: 'DRAFT' as const, rules: written(rules, typed) };
      const { data, error } = await client.query(AnalyseQuery, { input }, anew).toPromise();
      if (mine !== newest.current) return;
      const analysis = data?.analysePolicy.analysis;
      if (analysis) setAnalysed({ ...nothing, analysis });
      else
        setAnalysed(({ error: _, ...before }) => ({
          ...before,
          ...(error ? { error } : {}),
          isOlder: false,
          isIncomplete: !error,
        }));
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [client, rules, typed, asked]);
  return { ...analysed, again };
}
