import { Stack } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { anew } from '@/shared/api/policies';
import { exactTime } from '@/shared/format/time';
import { Loaded } from '@/shared/ui/loaded';
import { Panel } from '@/shared/ui/panel';
import { Table } from '@/shared/ui/table';
import { RulesPage } from '../rules-page';
import { endWords, Run } from './run';
import { type ShadowFacts, ShadowQuery } from './shadow-query';
import { Start } from './start';

const every = 5_000;

export function Shadow() {
  const { run } = useSearch({ from: '/shell/rules/shadow' });
  const query = useQuery({ query: ShadowQuery });
  const [{ data }, again] = query;
  const running = data?.shadowRuns.find((each) => each.state === 'RUNNING');
  const shown = data?.shadowRuns.find((each) => each.id === run) ?? data?.shadowRuns[0];
  // The last ones that were decided before it ended are counted a little later.
  const settling = shown?.endedAt && Date.now() - new Date(shown.endedAt).getTime() < 60_000;
  const live = Boolean(running || settling);
  useEffect(() => {
    if (!live) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') again(anew);
    }, every);
    return () => clearInterval(timer);
  }, [live, again]);
  return (
    <RulesPage
      title="Run the draft in the shadow"
      lead="The draft judges every live request too, in silence: nothing it says reaches a shopper, delays a request or changes a decision. You see where it would have decided differently before you publish it."
    >
      <Loaded query={query}>
        {({ policy, shadowRuns }) => (
          <Stack>
            {!running && <Start draft={policy.draft} />}
            {shown && <Run of={shown} />}
            {shadowRuns.length > 1 && <Earlier runs={shadowRuns} shown={shown?.id} />}
          </Stack>
        )}
      </Loaded>
    </RulesPage>
  );
}

function Earlier({ runs, shown }: { runs: ShadowFacts[]; shown: string | undefined }) {
  return (
    <Panel title="Runs so far" flush>
      <Table
        label="Runs so far"
        rows={runs}
        keyOf={(row) => row.id}
        columns={[
          {
            name: 'Started',
            cell: (row) => (
              <Link to="/rules/shadow" search={{ run: row.id }} aria-current={row.id === shown ? 'true' : undefined}>
                {exactTime(row.startedAt)}
              </Link>
            ),
          },
          { name: 'Items judged', right: true, cell: (row) => row.judged.toLocaleString() },
          { name: 'Otherwise', right: true, cell: (row) => row.changed.toLocaleString() },
          { name: 'How it ended', wide: true, cell: (row) => endWords[row.state] },
        ]}
      />
    </Panel>
  );
}
