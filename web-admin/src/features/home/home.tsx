import { Anchor, Button, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconExternalLink } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '@/shared/api/graphql';
import { nodesOf } from '@/shared/api/pages';
import { count } from '@/shared/format/words';
import { Headline } from '@/shared/returns/headline';
import { useCan } from '@/shared/session/session';
import { useViewer } from '@/shared/session/viewer';
import { Loaded } from '@/shared/ui/loaded';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { Empty } from '@/shared/ui/states';
import { Table } from '@/shared/ui/table';
import { When } from '@/shared/ui/values';
import { firstRun } from './first-run';
import { FirstRun } from './first-run-card';
import css from './home.module.css';

const HomeQuery = graphql(`
  query Home($orders: Boolean!, $rules: Boolean!, $returns: Boolean!, $messages: Boolean!) {
    tenant { id name portalUrl live contactEmail brand { logoFileId } returnAddress { city } }
    orders(first: 1) @include(if: $orders) { edges { node { id } } }
    policy @include(if: $rules) { live { id number rules { id } } draft { version } }
    returns(first: 6) @include(if: $returns) {
      edges { node { id rmaNumber headline requestedAt shopperName items { id title } } }
    }
    returnCounts @include(if: $returns) {
      review waitingForShopper onTheWay toInspect refundsDue problems openTasks
    }
    notificationCounts @include(if: $messages) { failed }
  }
`);

type Answer = ResultOf<typeof HomeQuery>;
type Counts = NonNullable<Answer['returnCounts']>;

export function Home() {
  const can = useCan();
  const viewer = useViewer();
  const query = useQuery({
    query: HomeQuery,
    variables: {
      orders: can('orders:read'),
      rules: can('rules:read'),
      returns: can('returns:read'),
      messages: can('messages:read'),
    },
  });
  return (
    <Page
      title="Home"
      heading={viewer ? `Hello, ${viewer.name.split(' ')[0]}` : 'Home'}
      actions={
        viewer && (
          <Button
            variant="default"
            component="a"
            href={viewer.tenant.portalUrl}
            target="_blank"
            rightSection={<IconExternalLink size={15} aria-hidden />}
          >
            Open the portal
          </Button>
        )
      }
    >
      <Loaded query={query}>{(data) => <Today of={data} />}</Loaded>
    </Page>
  );
}

function Today({ of }: { of: Answer }) {
  const can = useCan();
  const recent = nodesOf(of.returns);
  const steps = firstRun({
    orders: nodesOf(of.orders).length > 0,
    rules: of.policy?.live.rules.length ?? 0,
    contactEmail: of.tenant.contactEmail,
    returnAddress: of.tenant.returnAddress !== null,
    ownBrand: of.tenant.brand.logoFileId !== null,
    tried: recent.length > 0,
    live: of.tenant.live,
  });
  const setUp = can('tenant:write') && steps.some((step) => !step.done);
  return (
    <Stack gap="lg">
      {setUp && <FirstRun steps={steps} portal={of.tenant.portalUrl} />}
      {of.returnCounts && <Needs counts={of.returnCounts} failed={of.notificationCounts?.failed ?? 0} />}
      {of.returns && <Latest of={recent} />}
    </Stack>
  );
}

type Recent = NonNullable<NonNullable<NonNullable<Answer['returns']>['edges'][number]>>['node'];

function Latest({ of }: { of: readonly Recent[] }) {
  return (
    <Panel
      title="Latest returns"
      flush
      aside={of.length > 0 && <Anchor renderRoot={(props) => <Link to="/returns" {...props} />}>All returns</Anchor>}
    >
      {of.length === 0 ? (
        <Text c="dimmed" px="md" pb="md">
          None yet. The first request shows up here at once.
        </Text>
      ) : (
        <Table
          label="Latest returns"
          rows={of}
          keyOf={(row) => row.id}
          columns={[
            {
              name: 'Return',
              cell: (row) => (
                <Link to="/returns/$returnId" params={{ returnId: row.id }}>
                  {row.rmaNumber}
                </Link>
              ),
            },
            { name: 'Shopper', wide: 'under', cell: (row) => row.shopperName ?? 'not told' },
            { name: 'Item', wide: true, cell: (row) => itemsOf(row) },
            { name: 'State', cell: (row) => <Headline of={row.headline} /> },
            { name: 'Requested', right: true, cell: (row) => <When at={row.requestedAt} /> },
          ]}
        />
      )}
    </Panel>
  );
}

function itemsOf({ items }: Recent): string {
  const [first, ...more] = items;
  if (!first) return '';
  return more.length > 0 ? `${first.title} and ${count(more.length, 'more', 'more')}` : first.title;
}

type Need = {
  n: number;
  one: string;
  many: string;
  about: string;
  to: '/review' | '/refunds' | '/tasks' | '/returns' | '/messages/ledger' | '/receive';
  group?: string;
  state?: string;
};

function Needs({ counts, failed }: { counts: Counts; failed: number }) {
  const needs: Need[] = [
    {
      n: counts.review,
      one: 'request to review',
      many: 'requests to review',
      about: 'Your rules leave them to a person',
      to: '/review',
    },
    { n: counts.refundsDue, one: 'refund due', many: 'refunds due', about: 'Pay, then mark as paid', to: '/refunds' },
    {
      n: counts.problems,
      one: 'problem',
      many: 'problems',
      about: 'Lost parcels, failed refunds',
      to: '/returns',
      group: 'PROBLEM',
    },
    { n: counts.openTasks, one: 'task', many: 'tasks', about: 'Replacements, unknown parcels', to: '/tasks' },
    {
      n: counts.toInspect,
      one: 'return to inspect',
      many: 'returns to inspect',
      about: 'Arrived, not yet graded',
      to: '/returns',
      group: 'AT_WAREHOUSE',
    },
    {
      n: failed,
      one: 'message failed',
      many: 'messages failed',
      about: 'Could not be sent',
      to: '/messages/ledger',
      state: 'FAILED',
    },
  ];
  const now = needs.filter((need) => need.n > 0);
  return (
    <Panel title="Needs you now">
      {now.length === 0 ? (
        <Empty icon={IconCircleCheck} title="Nothing needs you">
          {count(counts.onTheWay, 'return')} on the way, {counts.waitingForShopper.toLocaleString()} waiting for the
          shopper.
        </Empty>
      ) : (
        <div className={css.cards}>
          {now.map((need) => (
            <Link
              key={need.one}
              to={need.to}
              search={need.group ? { group: need.group } : need.state ? { state: need.state } : {}}
              className={css.card}
            >
              <span className={css.big}>{need.n.toLocaleString()}</span>
              <span>{need.n === 1 ? need.one : need.many}</span>
              <span className={css.dim}>{need.about}</span>
            </Link>
          ))}
        </div>
      )}
    </Panel>
  );
}
