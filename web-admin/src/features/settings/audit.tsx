import { Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { graphql } from '@/shared/api/graphql';
import { nodesOf, usePages } from '@/shared/api/pages';
import { sentence } from '@/shared/format/words';
import { Loaded } from '@/shared/ui/loaded';
import { Pager } from '@/shared/ui/pager';
import { Panel } from '@/shared/ui/panel';
import { Empty } from '@/shared/ui/states';
import { Table } from '@/shared/ui/table';
import { When } from '@/shared/ui/values';
import { deedWords, detailWords } from './audit-words';

const AuditQuery = graphql(`
  query Audit($after: String) {
    auditEntries(first: 50, after: $after) {
      edges { node { id at actorKind actorName action detail } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export function Audit() {
  const pages = usePages('audit');
  const query = useQuery({ query: AuditQuery, variables: { after: pages.after } });
  return (
    <Panel title="Who did what" flush>
      <Loaded query={query}>
        {({ auditEntries }) => {
          const rows = nodesOf(auditEntries);
          if (rows.length === 0) {
            return (
              <Empty icon={IconHistory} title="Nothing on record yet">
                Every change to team, clients, rules, decisions, refunds and settings is kept here for good.
              </Empty>
            );
          }
          return (
            <>
              <Table
                label="Who did what"
                rows={rows}
                keyOf={(row) => row.id}
                columns={[
                  { name: 'When', cell: (row) => <When at={row.at} /> },
                  { name: 'Who', cell: (row) => row.actorName ?? sentence(row.actorKind) },
                  { name: 'What', cell: (row) => <Deed action={row.action} detail={row.detail} /> },
                  {
                    name: 'Detail',
                    wide: true,
                    cell: (row) => <Detail of={row.detail} />,
                  },
                ]}
              />
              <Pager pages={pages} info={auditEntries.pageInfo} />
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}

/** Published rules lead to the version as it was published. */
function Deed({ action, detail }: { action: string; detail: unknown }) {
  const number = action === 'policy.published' ? (detail as { number?: number } | null)?.number : undefined;
  const words = deedWords(action);
  return number === undefined ? (
    words
  ) : (
    <Link to="/rules/versions/$number" params={{ number: String(number) }}>
      {words}
    </Link>
  );
}

function Detail({ of }: { of: unknown }) {
  return (
    <Text size="sm" component="span" c="dimmed">
      {detailWords(of)}
    </Text>
  );
}
