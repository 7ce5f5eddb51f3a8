import { Failure } from '@/shared/ui/states';
import { PolicySkeleton } from './policy-skeleton';
import { Rules } from './rules';
import { usePolicy } from './use-policy';

/** The policy's page: loading, failing, or there. */
export function Policy() {
  const { policy, error, again, load } = usePolicy();
  if (error) return <Failure error={error} retry={again} />;
  return policy ? <Rules of={policy} load={load} /> : <PolicySkeleton />;
}
