import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { MoneyValue } from '@/shared/format/money';
import { sentence } from '@/shared/format/words';
import { useViewer } from '@/shared/session/viewer';
import { Facts, Panel } from '@/shared/ui/panel';
import { Money } from '@/shared/ui/values';
import type { Order } from './order-query';
import { isAmount, outsideWords, rateWords } from './outside';

const unknown = <Text c="dimmed">unknown</Text>;

/** What was to be paid, what the shop gave back itself, and what it was paid with. */
export function OrderMoney({ of }: { of: Order }) {
  const viewer = useViewer();
  return (
    <>
      <Panel title="Money">
        <Facts of={sumsOf(of, viewer?.tenant.currency)} />
      </Panel>
      {of.outsideRefunds.length > 0 && (
        <Panel title="Refunded by the shop itself">
          <Facts
            of={[
              ...of.outsideRefunds.map((each): [string, ReactNode] => [
                outsideWords(each, of),
                <Money key={each.id} of={each.amount} />,
              ]),
              ...(isAmount(of.unexplainedOutside)
                ? [['Nobody said for what', <Money key="?" of={of.unexplainedOutside} />] as [string, ReactNode]]
                : []),
            ]}
          />
        </Panel>
      )}
      <Panel title="Paid with">
        {of.tenders.length === 0 && unknown}
        <Facts
          of={of.tenders.map((tender) => [
            tender.label,
            tender.amount ? <Money key={tender.id} of={tender.amount} /> : unknown,
          ])}
        />
      </Panel>
    </>
  );
}

/** What the total is made of; what most orders have nothing of is left out. */
function sumsOf(of: Order, shop?: string): [string, ReactNode][] {
  const rows: [string, MoneyValue, boolean][] = [
    ['Order value', of.subtotal, true],
    ['Shipping', of.shipping, true],
    ['Tax', of.taxes, true],
    ['Tax on shipping', of.shippingTax, false],
    ['Payment fee', of.paymentFee, false],
    ['Duties', of.duties, false],
    ['Tip', of.tips, false],
    ['Cash rounding', of.rounding, false],
    ['Total', of.total, true],
    ['Refunded elsewhere', of.refundedOutside, true],
  ];
  const shown: [string, ReactNode][] = rows
    .filter(([, amount, always]) => always || isAmount(amount))
    .map(([name, amount]) => [name, <Money key={name} of={amount} />]);
  shown.splice(3, 0, ['Tax is', sentence(of.taxMode).toLowerCase()]);
  const rate = rateWords(of, shop);
  if (rate) shown.push(['Exchange rate', rate]);
  if (!of.captured) shown.push(['Captured', unknown]);
  else if (of.captured.amount !== of.total.amount) shown.push(['Captured', <Money key="c" of={of.captured} />]);
  return shown;
}
