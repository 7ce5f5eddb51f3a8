import { Button, Code, Drawer, Group, Select, Stack, Text } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { freshKey, useAct } from '@/shared/api/act';
import { graphql, type ResultOf, type VariablesOf } from '@/shared/api/graphql';
import { nodesOf, usePages } from '@/shared/api/pages';
import { count, sentence } from '@/shared/format/words';
import { useCan } from '@/shared/session/session';
import { Loaded } from '@/shared/ui/loaded';
import { Page } from '@/shared/ui/page';
import { Pager } from '@/shared/ui/pager';
import { Facts, Panel } from '@/shared/ui/panel';
import { Empty } from '@/shared/ui/states';
import { Status, type Tone } from '@/shared/ui/status';
import { Table } from '@/shared/ui/table';
import { done, refusedToast } from '@/shared/ui/toast';
import { When } from '@/shared/ui/values';
import css from './messages.module.css';

const LedgerQuery = graphql(`
  query Ledger($first: Int!, $after: String, $state: NotificationState) {
    notifications(first: $first, after: $after, state: $state) {
      edges {
        node {
          id title audience state reason recipient returnId rmaNumber subject text
          attempts nextAttemptAt happenedAt sentAt canResend
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const ResendMutation = graphql(`
  mutation ResendNotification($input: ResendNotificationInput!) {
    resendNotification(input: $input) {
      notification { id state reason canResend attempts }
      userErrors { field message code }
    }
  }
`);

type Message = NonNullable<NonNullable<ResultOf<typeof LedgerQuery>['notifications']['edges'][number]>>['node'];
type State = NonNullable<VariablesOf<typeof LedgerQuery>['state']>;

const tones: Record<State, Tone> = {
  QUEUED: 'calm',
  CLAIMED: 'info',
  HANDING_OVER: 'info',
  SENT: 'good',
  FAILED: 'bad',
  SKIPPED: 'calm',
};

/** Why there is no address: a message that was never to leave may have had none; else it was erased. */
const unaddressed = (state: State) => (state === 'SKIPPED' ? 'no address' : 'erased');

export function Ledger() {
  const [state, setState] = useState<State | null>(null);
  const [open, setOpen] = useState<Message>();
  const pages = usePages(String(state));
  const query = useQuery({ query: LedgerQuery, variables: { first: 50, after: pages.after, state } });
  return (
    <Page
      title="What was sent"
      lead="Every message sent, waiting, failed or skipped, and why."
      actions={
        <Select
          w={180}
          aria-label="State"
          placeholder="All states"
          clearable
          data={(['QUEUED', 'SENT', 'FAILED', 'SKIPPED'] as const).map((value) => ({ value, label: sentence(value) }))}
          value={state}
          onChange={(value) => setState(value as State | null)}
        />
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
                    { name: 'Why', wide: true, cell: (row) => row.reason },
                    { name: 'To', wide: true, cell: (row) => row.recipient ?? unaddressed(row.state) },
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
        {open && <MessageFacts of={open} onDone={() => setOpen(undefined)} />}
      </Drawer>
    </Page>
  );
}

function MessageFacts({ of, onDone }: { of: Message; onDone: () => void }) {
  const can = useCan();
  const [resend, busy] = useAct(ResendMutation);
  const [key] = useState(freshKey);
  return (
    <Stack>
      <Facts
        of={[
          [
            'State',
            <Status key="s" tone={tones[of.state]}>
              {sentence(of.state)}
            </Status>,
          ],
          ['Why', of.reason],
          ['To', of.recipient ?? unaddressed(of.state)],
          ['Subject', of.subject ?? 'not written'],
          ['Tries', of.attempts],
          ['Next try', of.nextAttemptAt ? <When key="n" at={of.nextAttemptAt} /> : 'none'],
          ['Sent', of.sentAt ? <When key="t" at={of.sentAt} /> : 'not sent'],
        ]}
      />
      {of.text ? <pre className={css.plain}>{of.text}</pre> : <Text c="dimmed">Nothing was written.</Text>}
      {of.canResend && can('messages:write') && (
        <Group>
          <Button
            loading={busy}
            onClick={async () => {
              const { refused } = await resend({ input: { id: of.id, idempotencyKey: key } });
              if (refused) return refusedToast(refused);
              done('It is handed over once more.');
              onDone();
            }}
          >
            Send again
          </Button>
          <Text size="sm" c="dimmed">
            To the same address, with the same words. Id <Code>{of.id}</Code>
          </Text>
        </Group>
      )}
    </Stack>
  );
}
