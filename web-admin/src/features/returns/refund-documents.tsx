import { Anchor, Button, Group, Select } from '@mantine/core';
import { IconDownload, IconFileInvoice } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '@/shared/api/graphql';
import { nodesOf, usePages } from '@/shared/api/pages';
import { dayText } from '@/shared/format/time';
import { count } from '@/shared/format/words';
import { Loaded } from '@/shared/ui/loaded';
import { Pager } from '@/shared/ui/pager';
import { Empty } from '@/shared/ui/states';
import { Table } from '@/shared/ui/table';
import { Money } from '@/shared/ui/values';
import { csvPathOf, daysOf, monthsBack, monthText } from './document-months';
import css from './returns.module.css';

const MONTHS = 24;

const DocumentsQuery = graphql(`
  query RefundDocuments($first: Int!, $after: String, $from: Date!, $to: Date!) {
    refundDocuments(first: $first, after: $after, from: $from, to: $to) {
      edges {
        node {
          id
          number
          issuedOn
          orderNumber
          rmaNumber
          csvPath
          net { amount currencyCode }
          tax { amount currencyCode }
          total { amount currencyCode }
          refund { id return { id } }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** Credit note data of a month, to look through and to hand to the books. */
export function RefundDocuments() {
  const [month, setMonth] = useState(() => monthsBack(new Date(), 1)[0] ?? '');
  const pages = usePages(month);
  const query = useQuery({
    query: DocumentsQuery,
    variables: { first: 50, after: pages.after, ...daysOf(month) },
  });
  return (
    <>
      <Group className={css.months} justify="space-between" align="end">
        <Select
          label="Month"
          allowDeselect={false}
          data={monthsBack(new Date(), MONTHS).map((value) => ({ value, label: monthText(value) }))}
          value={month}
          onChange={(value) => value && setMonth(value)}
        />
        <Button
          component="a"
          href={csvPathOf(month)}
          download
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          Download as CSV
        </Button>
      </Group>
      <Loaded query={query}>
        {({ refundDocuments }) => {
          const rows = nodesOf(refundDocuments);
          if (rows.length === 0) {
            return (
              <Empty icon={IconFileInvoice} title={`No documents in ${monthText(month)}`}>
                Each refund that is issued gets one, with net, tax by rate and a number without gaps.
              </Empty>
            );
          }
          return (
            <>
              <Table
                label={count(rows.length, 'refund document')}
                keyOf={(row) => row.id}
                rows={rows}
                columns={[
                  { name: 'Document', cell: (row) => row.number },
                  { name: 'Issued on', wide: 'under', cell: (row) => dayText(row.issuedOn) },
                  {
                    name: 'Return',
                    cell: (row) => (
                      <Link to="/returns/$returnId" params={{ returnId: row.refund.return.id }}>
                        {row.rmaNumber}
                      </Link>
                    ),
                  },
                  { name: 'Order', wide: 'under', cell: (row) => row.orderNumber },
                  { name: 'Net', right: true, wide: true, cell: (row) => <Money of={row.net} /> },
                  { name: 'Tax', right: true, wide: true, cell: (row) => <Money of={row.tax} /> },
                  { name: 'Total', right: true, cell: (row) => <Money of={row.total} /> },
                  {
                    name: 'Lines',
                    right: true,
                    cell: (row) => (
                      <Anchor href={row.csvPath} download aria-label={`Download the lines of ${row.number}`}>
                        CSV
                      </Anchor>
                    ),
                  },
                ]}
              />
              <Pager pages={pages} info={refundDocuments.pageInfo} words={{ back: 'Earlier', on: 'Later' }} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}
