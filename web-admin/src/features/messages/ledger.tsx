import { Button, Drawer, Group, Select } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '@/shared/api/graphql';
import { nodesOf, usePages } from '@/shared/api/pages';
import { count, sentence } from '@/shared/format/words';
import { Loaded } from '@/shared/ui/loaded';
import { Page } from '@/shared/ui/page';
import { Pager } from '@/shared/ui/pager';
import { Panel } from '@/shared/ui/panel';
import { Empty } from '@/shared/ui/states';
import { Status } from '@/shared/ui/status';
import { Table } from '@/shared/ui/table';
import { When } from '@/shared/ui/values';
import { type Message, MessageCard, MessageFacts, Resend, type State, tones, unaddressed } from './message-card';
import { MomentsQuery } from './moment-query';

const LedgerQuery = graphql(
  `
  query Ledger($first: Int!, $after: String, $state: NotificationState, $moment: Moment) {
    notifications(first: $first, after: $after, state: $state, moment: $moment) {
      edges {
        node {
          ...MessageFacts
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`,
  [MessageFacts],
);

const states = ['QUEUED', 'SENT', 'FAILED', 'SKIPPED'] as const satisfies State[];

export function Ledger() {
  const asked = useSearch({ from: '/shell/messages/ledger' });
  const navigate = useNavigate();
  const [open, setOpen] = useState<Message>();
  const [{ data: told }] = useQuery({ query: MomentsQuery });
  const moments = told?.moments ?? [];
  const state = states.find((each) => each === asked.state) ?? null;
  const moment = moments.find((each) => each.moment === asked.moment)?.moment ?? null;
  const pages = usePages(`${state}|${moment}`);
  const query = useQuery({ query: LedgerQuery, variables: { first: 50, after: pages.after, state, moment } });
  const ask = (next: { state?: string | null; moment?: string | null }) => {
    const all = { ...asked, ...next };
    void navigate({
      to: '/messages/ledger',
      search: { ...(all.state ? { state: all.state } : {}), ...(all.moment ? { moment: all.moment } : {}) },
    });
  };
  return (
    <Page
      title="What was sent"
      lead="Every message sent, waiting, failed or skipped, and why."
      actions={
        <Group gap="xs">
          <Select
            w={200}
            aria-label="Moment"
            placeholder="All moments"
            clearable
            searchable
            data={moments.map((each) => ({ value: each.moment, label: each.title }))}
            value={moment}
            onChange={(value) => ask({ moment: value })}
          />
          <Select
            w={140}
            aria-label="State"
            placeholder="All states"
            clearable
            data={states.map((value) => ({ value, label: sentence(value) }))}
            value={state}
            onChange={(value) => ask({ state: value })}
          />
        </Group>
      }
    >
      <Panel flush>
        <Loaded query={query}>
          {({ notifications }) => {
            const rows = nodesOf(notifications);
            if (rows.length === 0) {
              return (
                <Empty icon={IconMail} title="No messages here">
                  Each moment of a return leaves a line here, also when nothing was sent, with the reason.
                </Empty>
              );
            }
            return (
              <>
                <Table
                  label={count(rows.length, 'message')}
                  rows={rows}
                  keyOf={(row) => row.id}
                  columns={[
                    {
                      name: 'Message',
                      cell: (row) => (
                        <Button variant="transparent" p={0} h="auto" onClick={() => setOpen(row)}>
                          {row.title}
                        </Button>
                      ),
                    },
                    { name: 'State', cell: (row) => <Status tone={tones[row.state]}>{sentence(row.state)}</Status> },
                    { name: 'Why', wide: 'under', cell: (row) => row.reason },
                    { name: 'To', wide: 'under', cell: (row) => row.recipient ?? unaddressed(row.state) },
                    {
                      name: 'Return',
                      cell: (row) =>
                        row.returnId ? (
                          <Link to="/returns/$returnId" params={{ returnId: row.returnId }}>
                            {row.rmaNumber}
                          </Link>
                        ) : (
                          'a test'
                        ),
                    },
                    { name: 'Happened', wide: true, cell: (row) => <When at={row.happenedAt} /> },
                    ...(rows.some((row) => row.canResend)
                      ? [{ name: 'Step', right: true, cell: (row: Message) => row.canResend && <Resend of={row} /> }]
                      : []),
                  ]}
                />
                <Pager pages={pages} info={notifications.pageInfo} />
              </>
            );
          }}
        </Loaded>
      </Panel>
      <Drawer
        opened={Boolean(open)}
        onClose={() => setOpen(undefined)}
        position="right"
        size="lg"
        title={open?.title}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {open && <MessageCard of={open} onDone={() => setOpen(undefined)} />}
      </Drawer>
    </Page>
  );
}
