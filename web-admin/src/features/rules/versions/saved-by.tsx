import { useMemo } from 'react';
import { useQuery } from 'urql';
import { anew } from '@/shared/api/policies';
import { useAuthorName } from './author';
import { DraftAuthorQuery } from './version-query';

/** Where two people publish, who changed the draft last decides who may: then it is said. Asked anew for each saving. */
export function SavedBy({ version }: { version: number }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version of the draft is another question
  const context = useMemo(() => ({ ...anew }), [version]);
  const [{ data }] = useQuery({ query: DraftAuthorQuery, context });
  const by = useAuthorName()(data?.policy.draft?.savedBy ?? null);
  if (!data?.policyNeedsFourEyes || !by) return null;
  return (
    <>
      {' '}
      by {by}; {by === 'you' ? 'somebody else' : 'you'} may publish it
    </>
  );
}
