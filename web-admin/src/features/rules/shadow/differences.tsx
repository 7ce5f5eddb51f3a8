import { Button, Modal } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { nodesOf, usePages } from '@/shared/api/pages';
import { useCan } from '@/shared/session/session';
import { Loaded } from '@/shared/ui/loaded';
import { Pager } from '@/shared/ui/pager';
import { Panel } from '@/shared/ui/panel';
import { Forbidden } from '@/shared/ui/states';
import { Notice, Status } from '@/shared/ui/status';
import { Table } from '@/shared/ui/table';
import { Money, When } from '@/shared/ui/values';
import { outcomeTones, outcomeWords } from '../outcomes/outcome-words';
import css from '../outcomes/outcomes.module.css';
import { Sides } from '../outcomes/sides';
import { ChangesQuery, CompareQuery, type Difference, type ShadowFacts } from './shadow-query';

/** Each item that comes out otherwise, the newest first. */
export function Differences({ of }: { of: ShadowFacts }) {
  const may = useCan()('returns:read');
  const pages = usePages(of.id);
  const [shown, setShown] = useState<Difference>();
  const query = useQuery({ query: ChangesQuery, variables: { id: of.id, after: pages.after }, pause: !may });
  const again = query[1];
  const counted = useRef(of.changed);
  useEffect(() => {
    if (counted.current === of.changed) return;
    counted.current = of.changed;
    again({ requestPolicy: 'network-only' });
  }, [of.changed, again]);
  if (!may) return <Forbidden what="Which returns come out otherwise is shown to whoever may read returns." />;
  return (
    <Panel title="What would come out otherwise" flush>
      <Loaded query={query}>
        {({ shadowRun }) => (
          <>
            <Table
              label="What would come out otherwise"
              rows={nodesOf(shadowRun?.changes)}
              keyOf={(row) => row.decision.id}
              columns={[
                {
                  name: 'Judged',
                  cell: (row) => (
                    <Link to="/returns/$returnId" params={{ returnId: row.subjectId }}>
                      <When at={row.decision.decidedAt} />
                    </Link>
                  ),
                },
                { name: 'Was, and would be', cell: (row) => <FromTo of={row} /> },
                { name: 'Worth', right: true, cell: (row) => (row.value ? <Money of={row.value} /> : 'not known') },
                {
                  name: 'Why',
                  right: true,
                  cell: (row) => (
                    <Button size="compact-sm" variant="default" onClick={() => setShown(row)}>
                      Compare
                    </Button>
                  ),
                },
              ]}
            />
            {shadowRun && <Pager pages={pages} info={shadowRun.changes.pageInfo} />}
          </>
        )}
      </Loaded>
      {shown && <Compared run={of.id} of={shown} onClose={() => setShown(undefined)} />}
    </Panel>
  );
}

function FromTo({ of }: { of: Difference }) {
  return (
    <span className={css.from}>
      <Status tone={outcomeTones[of.live]}>{outcomeWords[of.live]}</Status>
      <IconArrowRight size={14} role="img" aria-label="would be" />
      <Status tone={outcomeTones[of.draft]}>{outcomeWords[of.draft]}</Status>
    </span>
  );
}

function Compared({ run, of, onClose }: { run: string; of: Difference; onClose: () => void }) {
  const input = { shadowRunId: run, decisionId: of.decision.id };
  const query = useQuery({ query: CompareQuery, variables: { input } });
  return (
    <Modal
      opened
      onClose={onClose}
      size="75rem"
      title="The same item, both ways"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Loaded query={query}>
        {({ compareShadowDecision: { result, userErrors } }) =>
          result ? (
            <>
              <Sides of={result} live="As it was decided" />
              <Button
                mt="md"
                variant="default"
                renderRoot={(props) => <Link to="/rules/try" search={{ decision: of.decision.id }} {...props} />}
              >
                Try this case against the draft of today
              </Button>
            </>
          ) : (
            <Notice tone="bad" alert>
              {userErrors.map((each) => each.message).join(' ')}
            </Notice>
          )
        }
      </Loaded>
    </Modal>
  );
}
