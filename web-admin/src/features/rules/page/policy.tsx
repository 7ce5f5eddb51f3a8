import { Failure } from '@/shared/ui/states';
import { RulesPage } from '../rules-page';
import { lead, PolicySkeleton } from './policy-skeleton';
import { Rules } from './rules';
import { usePolicy } from './use-policy';

/** The policy's page: loading, failing, or there. */
export function Policy() {
  const { policy, error, again, load } = usePolicy();
  if (error) {
    return (
      <RulesPage title="Rules" lead={lead}>
        <Failure error={error} retry={again} />
      </RulesPage>
    );
  }
  return policy ? <Rules of={policy} load={load} /> : <PolicySkeleton />;
}
