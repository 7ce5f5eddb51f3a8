import { IconBarcode } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '@/shared/api/graphql';
import { nodesOf } from '@/shared/api/pages';
import { count } from '@/shared/format/words';
import { Loaded } from '@/shared/ui/loaded';
import { Panel } from '@/shared/ui/panel';
import { Empty } from '@/shared/ui/states';
import { Table } from '@/shared/ui/table';
import { When } from '@/shared/ui/values';

const HalfDoneQuery = graphql(`
  query HalfDoneReceipts {
    openReceipts(first: 50) { edges { node { id code openedAt return { id rmaNumber } lines { id received } } } }
    receiptsToInspect(first: 50) { edges { node { id code closedAt unitsToInspect return { id rmaNumber } } } }
  }
`);

type Open = NonNullable<ResultOf<typeof HalfDoneQuery>['openReceipts']['edges'][number]>['node'];

function Parcel({ of }: { of: Pick<Open, 'id' | 'code' | 'return'> }) {
  return (
    <Link to="/receive/$receiptId" params={{ receiptId: of.id }}>
      {of.return?.rmaNumber ?? of.code}
    </Link>
  );
}

/** Parcels that are counted and not closed, and closed ones whose units nobody graded yet. */
export function HalfDone() {
  const query = useQuery({ query: HalfDoneQuery });
  return (
    <Loaded query={query}>
      {(data) => {
        const open = nodesOf(data.openReceipts);
        const inspect = nodesOf(data.receiptsToInspect);
        return (
          <>
            {inspect.length > 0 && (
              <Panel title="Waiting for inspection" flush>
                <Table
                  label={`${count(inspect.length, 'parcel')} waiting for inspection`}
                  rows={inspect}
                  keyOf={(row) => row.id}
                  columns={[
                    { name: 'Parcel', cell: (row) => <Parcel of={row} /> },
                    { name: 'To grade', right: true, cell: (row) => count(row.unitsToInspect, 'unit') },
                    { name: 'Closed', cell: (row) => row.closedAt && <When at={row.closedAt} /> },
                  ]}
                />
              </Panel>
            )}
            <Panel title="Not closed yet" flush>
              {open.length === 0 ? (
                <Empty icon={IconBarcode} title="No open parcels">
                  A parcel that you count stays here until you close it. The shopper is told when you do.
                </Empty>
              ) : (
                <Table
                  label={count(open.length, 'open parcel')}
                  rows={open}
                  keyOf={(row) => row.id}
                  columns={[
                    { name: 'Parcel', cell: (row) => <Parcel of={row} /> },
                    {
                      name: 'Counted',
                      right: true,
                      cell: (row) => row.lines.reduce((sum, line) => sum + line.received, 0),
                    },
                    { name: 'Opened', cell: (row) => <When at={row.openedAt} /> },
                  ]}
                />
              )}
            </Panel>
          </>
        );
      }}
    </Loaded>
  );
}
