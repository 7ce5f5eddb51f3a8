import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { nodesOf, usePages } from '@/shared/api/pages';
import { anew, once } from '@/shared/api/policies';
import { useCan } from '@/shared/session/session';
import { Loaded } from '@/shared/ui/loaded';
import { Pager } from '@/shared/ui/pager';
import { Panel } from '@/shared/ui/panel';
import { Forbidden } from '@/shared/ui/states';
import type { Change } from '../history/back-test-query';
import { ChangedItems, Compared, CompareModal } from '../history/changed-items';
import { CompareShadowQuery, ShadowChangesQuery, type ShadowFacts } from './shadow-query';

/** Each item that comes out differently, the newest first, with both traces on demand. */
export function Differences({ of }: { of: ShadowFacts }) {
  const may = useCan()('returns:read');
  const pages = usePages(of.id);
  const [compared, setCompared] = useState<Change>();
  const query = useQuery({ query: ShadowChangesQuery, variables: { id: of.id, after: pages.after }, pause: !may });
  const again = query[1];
  const counted = useRef(of.changed);
  useEffect(() => {
    if (counted.current === of.changed) return;
    counted.current = of.changed;
    again(anew);
  }, [of.changed, again]);
  if (!may) return <Forbidden what="Which returns come out differently is shown to whoever may read returns." />;
  return (
    <Panel title="What would come out differently" flush>
      <Loaded query={query}>
        {({ shadowRun }) => (
          <>
            <ChangedItems of={nodesOf(shadowRun?.changes)} onCompare={setCompared} />
            {shadowRun && <Pager pages={pages} info={shadowRun.changes.pageInfo} />}
          </>
        )}
      </Loaded>
      {compared && <CompareDialog run={of.id} change={compared} onClose={() => setCompared(undefined)} />}
    </Panel>
  );
}

function CompareDialog({ run, change, onClose }: { run: string; change: Change; onClose: () => void }) {
  const query = useQuery({
    query: CompareShadowQuery,
    variables: { input: { shadowRunId: run, decisionId: change.decision.id } },
    ...once,
  });
  return (
    <CompareModal change={change} onClose={onClose}>
      <Loaded query={query}>
        {({ compareShadowDecision }) => <Compared of={compareShadowDecision} decision={change.decision.id} />}
      </Loaded>
    </CompareModal>
  );
}
