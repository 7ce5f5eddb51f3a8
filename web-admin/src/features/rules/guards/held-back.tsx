import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { graphql, type ResultOf } from '@/shared/api/graphql';
import { count } from '@/shared/format/words';
import { Headline } from '@/shared/returns/headline';
import { Panel } from '@/shared/ui/panel';
import { Table } from '@/shared/ui/table';
import { Money, When } from '@/shared/ui/values';

export const HeldBackFacts = graphql(`
  fragment HeldBackFacts on HeldBackReturns {
    count
    newest @include(if: $returns) {
      id rmaNumber requestedAt headline value { amount currencyCode }
    }
  }
`);

/** What guards did lately, each return a click away. */
export function HeldBack({ of }: { of: ResultOf<typeof HeldBackFacts> }) {
  const newest = of.newest ?? [];
  return (
    <Panel title="The last 30 days" flush={newest.length > 0}>
      <Text px={newest.length > 0 ? 'md' : 0} pb={newest.length > 0 ? 'sm' : 0}>
        {of.count === 0
          ? 'Guards sent nothing to review. Returns that they hold back are listed here.'
          : `Guards sent ${count(of.count, 'return')} to review that the rules would have approved.`}
      </Text>
      {newest.length > 0 && (
        <Table
          label="Returns that guards sent to review"
          rows={newest}
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
            { name: 'Now', cell: (row) => <Headline of={row.headline} /> },
            { name: 'Value', cell: (row) => <Money of={row.value} /> },
            { name: 'Asked', cell: (row) => <When at={row.requestedAt} /> },
          ]}
        />
      )}
    </Panel>
  );
}
