import { Button, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconSearch } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { graphql, type VariablesOf } from '@/shared/api/graphql';
import { nodesOf, usePages } from '@/shared/api/pages';
import { Loaded } from '@/shared/ui/loaded';
import { Page } from '@/shared/ui/page';
import { Pager } from '@/shared/ui/pager';
import { Panel } from '@/shared/ui/panel';
import { Empty } from '@/shared/ui/states';
import tabs from '@/shared/ui/tabs.module.css';
import { ReturnRow } from './return-row';
import { ReturnTable } from './return-table';

const ReturnsQuery = graphql(
  `
  query Returns($first: Int!, $after: String, $filter: ReturnFilter) {
    returns(first: $first, after: $after, filter: $filter) {
      edges { node { ...ReturnRow } }
      pageInfo { hasNextPage endCursor }
    }
  }
`,
  [ReturnRow],
);

type Filter = NonNullable<VariablesOf<typeof ReturnsQuery>['filter']>;

const groups: [NonNullable<Filter['group']> | undefined, string][] = [
  [undefined, 'All'],
  ['NEEDS_REVIEW', 'Needs review'],
  ['SHOPPERS_TURN', 'Shopper’s turn'],
  ['APPROVED', 'Approved'],
  ['ON_THE_WAY', 'On the way'],
  ['AT_WAREHOUSE', 'At the warehouse'],
  ['REFUND_DUE', 'Refund due'],
  ['PROBLEM', 'Problems'],
  ['DONE', 'Done'],
];

export function ReturnsList() {
  const { q, group } = useSearch({ from: '/shell/returns' });
  const navigate = useNavigate();
  const [text, setText] = useState(q ?? '');
  useEffect(() => setText(q ?? ''), [q]);
  const chosen = groups.find(([value]) => value === group)?.[0];
  const pages = usePages(`${q}|${group}`);
  const query = useQuery({
    query: ReturnsQuery,
    variables: { first: 50, after: pages.after, filter: { group: chosen ?? null, search: q ?? null } },
  });
  return (
    <Page title="Returns" lead="Every return, and where its decision, parcel, goods and money are.">
      <nav className={tabs.tabs} aria-label="Filter by state">
        {groups.map(([value, label]) => (
          <Link
            key={label}
            to="/returns"
            search={{ ...(q ? { q } : {}), ...(value ? { group: value } : {}) }}
            className={tabs.tab}
            activeOptions={{ exact: true, explicitUndefined: true }}
          >
            {label}
          </Link>
        ))}
      </nav>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void navigate({
            to: '/returns',
            search: { ...(text.trim() ? { q: text.trim() } : {}), ...(group ? { group } : {}) },
          });
        }}
      >
        <TextInput
          mb="sm"
          maw={460}
          type="search"
          aria-label="Find in returns"
          placeholder="RMA, order, name, e-mail, tracking number or SKU"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </form>
      <Panel flush>
        <Loaded query={query}>
          {({ returns }) => {
            const rows = nodesOf(returns);
            if (rows.length === 0) return <NoReturns filtered={Boolean(q || chosen)} />;
            return (
              <>
                <ReturnTable rows={rows} />
                <Pager pages={pages} info={returns.pageInfo} />
              </>
            );
          }}
        </Loaded>
      </Panel>
    </Page>
  );
}

function NoReturns({ filtered }: { filtered: boolean }) {
  if (filtered) {
    return (
      <Empty
        icon={IconSearch}
        title="No return fits"
        action={
          <Button variant="default" renderRoot={(props) => <Link to="/returns" {...props} />}>
            Show all returns
          </Button>
        }
      >
        The search looks at RMA and order numbers, names, e-mail addresses, tracking numbers and SKUs.
      </Empty>
    );
  }
  return (
    <Empty
      icon={IconArrowBackUp}
      title="No returns yet"
      action={<Button renderRoot={(props) => <Link to="/orders/import" {...props} />}>Import orders</Button>}
    >
      Shoppers ask for a return on your portal, with the number of an order that you imported. Each request is judged by
      your rules and shows up here at once.
    </Empty>
  );
}
