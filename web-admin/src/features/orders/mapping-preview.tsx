import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { dayText } from '@/shared/format/time';
import { count } from '@/shared/format/words';
import { Notice } from '@/shared/ui/status';
import { Table } from '@/shared/ui/table';
import { Money } from '@/shared/ui/values';
import type { Proposed } from './mapping-query';
import { isAmount } from './outside';

type Order = Proposed['preview'][number];

/** The first orders, as they would be taken. */
export function MappingPreview({ of, waiting }: { of: Proposed; waiting: boolean }) {
  if (of.preview.length === 0) return null;
  const good = of.preview.filter((each) => !each.problem);
  const bad = of.preview.filter((each) => each.problem);
  return (
    <section aria-label="Preview" aria-busy={waiting}>
      <Stack gap="xs">
        <Title order={3} size="h5">
          The first orders of the file
        </Title>
        {bad.map((each) => (
          <Notice key={each.line} tone="warn">
            Line {each.line}
            {each.number ? `, order ${each.number}` : ''}: {each.problem}
          </Notice>
        ))}
        {good
          .filter((each) => each.reconciles === false)
          .map((each) => (
            <Notice key={each.line} tone="warn">
              Order {each.number}: {apart(each)} A person would check its refunds.
            </Notice>
          ))}
        {good.length > 0 && (
          <Table
            label="Preview of orders"
            rows={good}
            keyOf={(row) => `${row.line}`}
            columns={[
              { name: 'Order', cell: (row) => row.number ?? '' },
              { name: 'Placed', wide: 'under', cell: (row) => (row.placedAt ? dayText(row.placedAt) : '') },
              { name: 'Shopper', wide: 'under', cell: (row) => who(row) },
              { name: 'Products', cell: (row) => <Products of={row} /> },
              { name: 'Shipping', right: true, wide: true, cell: (row) => row.shipping && <Money of={row.shipping} /> },
              { name: 'Total', right: true, cell: (row) => row.total && <Money of={row.total} /> },
            ]}
          />
        )}
      </Stack>
    </section>
  );
}

/** Who it is, and what opens it on the portal. */
function who(order: Order): string {
  const opens = [order.email, order.postcode].filter(Boolean);
  const words = [order.email ? null : order.shopperName, ...opens].filter(Boolean).join(' · ');
  if (order.opens) return words || 'By phone number';
  return words ? `${words} · nothing opens it on the portal` : 'Nothing opens it on the portal';
}

function apart(order: Order): ReactNode {
  const by = order.difference;
  if (!by || !isAmount(by)) return 'its taxes do not add up.';
  const less = by.amount.startsWith('-');
  const size = { ...by, amount: by.amount.replace('-', '') };
  return (
    <>
      its total is <Money of={size} /> {less ? 'less' : 'more'} than its products, shipping and taxes.
    </>
  );
}

function Products({ of }: { of: Order }) {
  const shown = of.lines.slice(0, 3);
  return (
    <>
      {shown.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines of an order may be the same
        <Text key={at} size="sm">
          {line.quantity} × {line.title} · <Money of={line.paid} />
        </Text>
      ))}
      {of.lines.length > shown.length && (
        <Text size="sm" c="dimmed">
          and {count(of.lines.length - shown.length, 'more line')}
        </Text>
      )}
    </>
  );
}
