import { Button, Group, TextInput } from '@mantine/core';
import { IconFileImport, IconSearch, IconShoppingBag } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '@/shared/api/graphql';
import { nodesOf, usePages } from '@/shared/api/pages';
import { dayText } from '@/shared/format/time';
import { count } from '@/shared/format/words';
import { useCan } from '@/shared/session/session';
import { Loaded } from '@/shared/ui/loaded';
import { Page } from '@/shared/ui/page';
import { Pager } from '@/shared/ui/pager';
import { Panel } from '@/shared/ui/panel';
import { Empty } from '@/shared/ui/states';
import { Status } from '@/shared/ui/status';
import { Table } from '@/shared/ui/table';
import { Money } from '@/shared/ui/values';

const OrdersQuery = graphql(`
  query Orders($first: Int!, $after: String, $search: String) {
    orders(first: $first, after: $after, search: $search) {
      edges {
        node {
          id
          number
          placedAt
          fulfilledAt
          deliveredAt
          canceledAt
          reconciles
          total { amount currencyCode }
          shopper { id name email }
          lines { id quantity }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

type Stage = { fulfilledAt: string | null; deliveredAt: string | null; canceledAt: string | null };

function OrderStage({ of }: { of: Stage }) {
  if (of.canceledAt) return <Status tone="calm">Canceled</Status>;
  if (of.deliveredAt) return <Status tone="good">Delivered</Status>;
  if (of.fulfilledAt) return <Status tone="info">Shipped</Status>;
  return <Status tone="calm">Not shipped</Status>;
}

export function OrdersList() {
  const can = useCan();
  const { q } = useSearch({ from: '/shell/orders' });
  const navigate = useNavigate();
  const [text, setText] = useState(q ?? '');
  const pages = usePages(q ?? '');
  const query = useQuery({ query: OrdersQuery, variables: { first: 50, after: pages.after, search: q ?? null } });
  const importButton = can('orders:write') && (
    <Button
      leftSection={<IconFileImport size={16} aria-hidden />}
      renderRoot={(props) => <Link to="/orders/import" {...props} />}
    >
      Import orders
    </Button>
  );
  return (
    <Page title="Orders" lead="What was bought. A return is always for lines of an order." actions={importButton}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void navigate({ to: '/orders', search: text.trim() ? { q: text.trim() } : {} });
        }}
      >
        <Group mb="sm">
          <TextInput
            w={460}
            type="search"
            aria-label="Find in orders"
            placeholder="Number, name, e-mail or SKU"
            leftSection={<IconSearch size={16} aria-hidden />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </Group>
      </form>
      <Panel flush>
        <Loaded query={query}>
          {({ orders }) => {
            const rows = nodesOf(orders);
            if (rows.length === 0) {
              return (
                <Empty icon={IconShoppingBag} title={q ? 'No order fits' : 'No orders yet'} action={!q && importButton}>
                  {q
                    ? 'The search looks at numbers, names, e-mail addresses and SKUs.'
                    : 'Bring in your shop’s orders as a CSV file, or let your systems send them through the API. Then shoppers can find theirs.'}
                </Empty>
              );
            }
            return (
              <>
                <Table
                  label={count(rows.length, 'order')}
                  rows={rows}
                  keyOf={(row) => row.id}
                  columns={[
                    {
                      name: 'Order',
                      cell: (row) => (
                        <Link to="/orders/$orderId" params={{ orderId: row.id }}>
                          {row.number}
                        </Link>
                      ),
                    },
                    { name: 'Placed', wide: 'under', cell: (row) => dayText(row.placedAt) },
                    {
                      name: 'Shopper',
                      wide: 'under',
                      cell: (row) => row.shopper?.name ?? row.shopper?.email ?? 'not told',
                    },
                    {
                      name: 'Items',
                      wide: true,
                      right: true,
                      cell: (row) => row.lines.reduce((sum, line) => sum + line.quantity, 0),
                    },
                    { name: 'State', wide: true, cell: (row) => <OrderStage of={row} /> },
                    {
                      name: 'Sums',
                      wide: true,
                      cell: (row) => (row.reconciles ? 'agree' : <Status tone="warn">Do not agree</Status>),
                    },
                    { name: 'Total', right: true, cell: (row) => <Money of={row.total} /> },
                  ]}
                />
                <Pager pages={pages} info={orders.pageInfo} />
              </>
            );
          }}
        </Loaded>
      </Panel>
    </Page>
  );
}
