import { Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '@/shared/api/graphql';
import { Loaded } from '@/shared/ui/loaded';
import { Panel } from '@/shared/ui/panel';
import { Empty } from '@/shared/ui/states';
import { type Invented, TriedOrder } from './tried-order';

const OptionsQuery = graphql(`
  query ReturnOptions($id: ID!) {
    returnOptions(orderId: $id) {
      orderId
      orderNumber
      lines { orderLineId title variantTitle quantity returnable blockedText }
      reasons { id code text }
      resolutions
    }
  }
`);

type Options = NonNullable<ResultOf<typeof OptionsQuery>['returnOptions']>;

/** An invented return of a real order. */
export function OrderCase({ orderId }: { orderId: string }) {
  const query = useQuery({ query: OptionsQuery, variables: { id: orderId } });
  return (
    <Loaded query={query}>
      {({ returnOptions }) =>
        returnOptions ? (
          <Items of={returnOptions} />
        ) : (
          <Empty icon={IconPlayerPlay} title="No such order">
            Choose another one.
          </Empty>
        )
      }
    </Loaded>
  );
}

const words = { REFUND: 'Refund', EXCHANGE: 'Exchange', STORE_CREDIT: 'Store credit' };

/** The first line goes back until somebody says otherwise: the case is judged at once. */
function Items({ of }: { of: Options }) {
  const first = of.reasons[0]?.code ?? '';
  const [items, setItems] = useState<Record<string, Omit<Invented, 'orderLineId'>>>(() =>
    Object.fromEntries(
      of.lines.map((line, at) => [
        line.orderLineId,
        { quantity: at === 0 ? 1 : 0, reason: first, resolution: of.resolutions[0] ?? 'REFUND' },
      ]),
    ),
  );
  const [settled] = useDebouncedValue(items, 350);
  const change = (id: string, patch: Partial<Invented>) => {
    const now = items[id];
    if (now) setItems({ ...items, [id]: { ...now, ...patch } });
  };
  const chosen = Object.entries(settled)
    .filter(([, item]) => item.quantity > 0)
    .map(([orderLineId, item]) => ({ orderLineId, ...item }));
  return (
    <>
      <Panel title={`An invented return of order ${of.orderNumber}`}>
        <Stack gap="sm">
          {of.lines.map((line) => (
            <Group key={line.orderLineId} gap="sm">
              <div style={{ flex: '1 1 220px', minWidth: 0 }}>
                <Text fw={550}>{line.title}</Text>
                <Text size="sm" c="dimmed">
                  {[line.variantTitle, line.blockedText].filter(Boolean).join(' · ')}
                </Text>
              </div>
              <NumberInput
                size="xs"
                w={96}
                min={0}
                max={line.quantity}
                allowDecimal={false}
                suffix={` of ${line.quantity}`}
                aria-label={`Quantity of ${line.title}`}
                value={items[line.orderLineId]?.quantity ?? 0}
                onChange={(value) => change(line.orderLineId, { quantity: Number(value) || 0 })}
              />
              <Select
                size="xs"
                w={190}
                allowDeselect={false}
                aria-label={`Reason for ${line.title}`}
                data={of.reasons.map((reason) => ({ value: reason.code, label: reason.text }))}
                value={items[line.orderLineId]?.reason ?? null}
                onChange={(reason) => reason && change(line.orderLineId, { reason })}
              />
              <Select
                size="xs"
                w={130}
                allowDeselect={false}
                aria-label={`Resolution for ${line.title}`}
                data={of.resolutions.map((value) => ({ value, label: words[value] }))}
                value={items[line.orderLineId]?.resolution ?? null}
                onChange={(value) => value && change(line.orderLineId, { resolution: value as Invented['resolution'] })}
              />
            </Group>
          ))}
        </Stack>
      </Panel>
      {chosen.length === 0 ? (
        <Text c="dimmed">Say how many of which item go back.</Text>
      ) : (
        <TriedOrder
          orderId={of.orderId}
          items={chosen}
          titles={new Map(of.lines.map((line) => [line.orderLineId, line.title]))}
        />
      )}
    </>
  );
}
