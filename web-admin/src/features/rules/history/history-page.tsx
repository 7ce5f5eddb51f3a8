import { Anchor, Stack, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { useCan } from '@/shared/session/session';
import { Loaded } from '@/shared/ui/loaded';
import { Panel } from '@/shared/ui/panel';
import { Empty } from '@/shared/ui/states';
import { Table } from '@/shared/ui/table';
import { When } from '@/shared/ui/values';
import { RulesPage } from '../rules-page';
import { type BackTest, BackTestsQuery } from './back-test-query';
import { BackTestResult } from './back-test-result';
import { StartBackTest } from './start-back-test';
import { isUnderWay, stateWords } from './telling';

/** The draft tried on what was really decided, before anybody is judged by it. */
export function HistoryPage() {
  const { test } = useSearch({ from: '/shell/rules/history' });
  const navigate = useNavigate();
  const query = useQuery({ query: BackTestsQuery });
  const may = useCan()('rules:write');
  return (
    <RulesPage
      title="Your history"
      lead="See what your draft would have said of the returns you really had, before anybody is judged by it."
    >
      <Loaded query={query}>
        {({ policy, backTests }) => {
          const shown = backTests.find((each) => each.id === test) ?? backTests[0];
          const running = backTests.some(isUnderWay);
          return (
            <Stack>
              {!policy.draft ? (
                <Panel title="Run your draft on your history">
                  <Text>
                    There is no draft to run.{' '}
                    <Anchor renderRoot={(props) => <Link to="/rules" {...props} />}>Change a rule</Anchor> first;
                    nothing of it is in force until you publish.
                  </Text>
                </Panel>
              ) : (
                may &&
                !running && (
                  <Panel title="Run your draft on your history">
                    <StartBackTest
                      {...(shown ? { days: shown.days } : {})}
                      onStarted={(started) => {
                        void navigate({ to: '/rules/history', search: { test: started.id } });
                      }}
                    />
                  </Panel>
                )
              )}
              {shown ? (
                <BackTestResult key={shown.id} of={shown} draftSavedAt={policy.draft?.savedAt} />
              ) : (
                policy.draft && (
                  <Empty icon={IconHistory} title="Nothing has been run yet">
                    Choose how many days to go back. Every item that was judged since is judged again, by the rules in
                    force and by your draft, and you see which ones come out differently and what they are worth.
                  </Empty>
                )
              )}
              {backTests.length > 1 && <Earlier of={backTests} shown={shown?.id} />}
            </Stack>
          );
        }}
      </Loaded>
    </RulesPage>
  );
}

function Earlier({ of, shown }: { of: readonly BackTest[]; shown: string | undefined }) {
  return (
    <Panel title="Earlier runs" flush>
      <Table<BackTest>
        label="Earlier runs"
        rows={of.filter((each) => each.id !== shown)}
        keyOf={(each) => each.id}
        columns={[
          {
            name: 'Asked',
            cell: (each) => (
              <Link to="/rules/history" search={{ test: each.id }}>
                <When at={each.askedAt} />
              </Link>
            ),
          },
          { name: 'Days', right: true, cell: (each) => each.days.toLocaleString() },
          { name: 'Judged', right: true, wide: true, cell: (each) => each.judged.toLocaleString() },
          { name: 'Come out differently', right: true, cell: (each) => each.changed.toLocaleString() },
          { name: 'State', cell: (each) => stateWords[each.state] },
        ]}
      />
    </Panel>
  );
}
