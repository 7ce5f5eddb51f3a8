import { useCallback, useEffect, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import { anew } from '@/shared/api/policies';
import { type PolicyFacts, PolicyQuery } from '../policy-query';

type Loaded = { policy?: PolicyFacts; error?: CombinedError };

/**
 * The policy, asked for once and whenever it must be known anew. Not a standing query: every saving would ask for all
 * rules again, though its own answer has them.
 */
export function usePolicy() {
  const client = useClient();
  const [loaded, setLoaded] = useState<Loaded>({});
  const fetch = useCallback(() => client.query(PolicyQuery, {}, anew).toPromise(), [client]);
  const first = useCallback(async () => {
    setLoaded({});
    const { data, error } = await fetch();
    setLoaded(data ? { policy: data.policy } : error ? { error } : {});
  }, [fetch]);
  const load = useCallback(async () => (await fetch()).data?.policy, [fetch]);
  useEffect(() => void first(), [first]);
  return { ...loaded, again: first, load };
}
