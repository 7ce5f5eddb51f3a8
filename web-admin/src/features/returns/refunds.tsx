import { Button, SegmentedControl } from '@mantine/core';
import { IconCash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '@/shared/api/graphql';
import { nodesOf, usePages } from '@/shared/api/pages';
import { count } from '@/shared/format/words';
import { useCan } from '@/shared/session/session';
import { Loaded } from '@/shared/ui/loaded';
import { Page } from '@/shared/ui/page';
import { Pager } from '@/shared/ui/pager';
import { Panel } from '@/shared/ui/panel';
import { Empty } from '@/shared/ui/states';
import { Status } from '@/shared/ui/status';
import { Table } from '@/shared/ui/table';
import { Money, When } from '@/shared/ui/values';
import { RefundDialog } from './refund-dialogs';
import { RefundDocuments } from './refund-documents';
import { purpose } from './refund-names';
import { refundTones, stateWords, verbs } from './refund-panel';
import { type RefundAction, refundSteps } from './refund-steps';
import { type RefundFacts as Facts, RefundFacts } from './return-query';
import css from './returns.module.css';

const RefundsQuery = graphql(
  `
  query Refunds($first: Int!, $after: String, $state: [RefundState!]) {
    refunds(first: $first, after: $after, state: $state) {
      edges { node { ...RefundFacts return { id rmaNumber shopperName orderId } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`,
  [RefundFacts],
);

const tabs = {
  due: { label: 'Due', state: ['DUE', 'ISSUING'] },
  failed: { label: 'Failed', state: ['FAILED'] },
  paid: { label: 'Paid', state: ['ISSUED'] },
} as const;

type Tab = keyof typeof tabs;

export function Refunds() {
  const [tab, setTab] = useState<Tab | 'documents'>('due');
  return (
    <Page
      title="Refunds"
      lead="Pay each one where it was paid, then mark it with the payment’s reference: the shopper is told."
      actions={
        <SegmentedControl
          aria-label="Show"
          value={tab}
          onChange={(value) => setTab(value as Tab | 'documents')}
          data={[
            ...Object.entries(tabs).map(([value, { label }]) => ({ value, label })),
            { value: 'documents', label: 'Documents' },
          ]}
        />
      }
    >
      <Panel flush>{tab === 'documents' ? <RefundDocuments /> : <RefundList tab={tab} />}</Panel>
    </Page>
  );
}

function RefundList({ tab }: { tab: Tab }) {
  const can = useCan();
  const [doing, setDoing] = useState<{ of: Facts & { return: { orderId: string } }; action: RefundAction }>();
  const pages = usePages(tab);
  const query = useQuery({
    query: RefundsQuery,
    variables: { first: 50, after: pages.after, state: [...tabs[tab].state] },
  });
  return (
    <>
      <Loaded query={query}>
        {({ refunds }) => {
          const rows = nodesOf(refunds);
          if (rows.length === 0) {
            return (
              <Empty icon={IconCash} title={tab === 'due' ? 'No refund is due' : 'None here'}>
                A refund falls due when the rules’ moment has come: at approval, first scan, delivery, receipt or
                inspection.
              </Empty>
            );
          }
          return (
            <>
              <Table
                label={count(rows.length, 'refund')}
                keyOf={(row) => row.id}
                rows={rows}
                columns={[
                  {
                    name: 'Return',
                    cell: (row) => (
                      <Link to="/returns/$returnId" params={{ returnId: row.return.id }}>
                        {row.return.rmaNumber}
                      </Link>
                    ),
                  },
                  {
                    name: 'Shopper',
                    wide: 'under',
                    cell: (row) => <span className={css.oneLine}>{row.return.shopperName ?? 'not told'}</span>,
                  },
                  { name: 'For', wide: 'under', cell: purpose },
                  {
                    name: 'State',
                    wide: 'under',
                    cell: (row) => (
                      <>
                        <Status tone={refundTones[row.state] ?? 'calm'}>{stateWords(row)}</Status>
                        {row.advance && (
                          <>
                            {' '}
                            <Status tone="info">Advance</Status>
                          </>
                        )}
                      </>
                    ),
                  },
                  {
                    name: 'To',
                    wide: 'under',
                    cell: (row) =>
                      row.needsPersonBecause ?? row.waterfall.tenders.map((tender) => tender.label).join(', '),
                  },
                  {
                    name: 'Due',
                    wide: true,
                    cell: (row) =>
                      row.dueAt ? (
                        <span className={css.oneLine}>
                          <When at={row.dueAt} />
                        </span>
                      ) : (
                        ''
                      ),
                  },
                  { name: 'Amount', right: true, cell: (row) => <Money of={row.amount} /> },
                  {
                    name: 'Step',
                    right: true,
                    cell: (row) => {
                      const action = refundSteps(row).find((step) => step === 'paid' || step === 'tender');
                      return action && can('refunds:write') ? (
                        <Button size="compact-sm" variant="default" onClick={() => setDoing({ of: row, action })}>
                          {verbs[action]}
                        </Button>
                      ) : (
                        (row.document?.number ?? row.reference ?? row.failure ?? '')
                      );
                    },
                  },
                ]}
              />
              <Pager pages={pages} info={refunds.pageInfo} />
            </>
          );
        }}
      </Loaded>
      {doing && (
        <RefundDialog
          of={doing.of}
          action={doing.action}
          orderId={doing.of.return.orderId}
          onClose={() => setDoing(undefined)}
        />
      )}
    </>
  );
}
