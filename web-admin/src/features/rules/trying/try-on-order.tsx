import { Button, Group, NumberInput, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql, type ResultOf, type VariablesOf } from '@/shared/api/graphql';
import { nodesOf } from '@/shared/api/pages';
import { dayText } from '@/shared/format/time';
import { Loaded } from '@/shared/ui/loaded';
import { Panel } from '@/shared/ui/panel';
import { Empty } from '@/shared/ui/states';
import { RulesPage } from '../rules-page';
import { TryResult } from './try-result';

const FindQuery = graphql(`
  query FindOrders($search: String) {
    orders(first: 15, search: $search) { edges { node { id number placedAt shopper { id name } } } }
  }
`);

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
export type TryInput = VariablesOf<typeof import('./try-result').TryQuery>['input'];

export function TryOnOrder() {
  const { order } = useSearch({ from: '/shell/rules/try' });
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 300);
  const [{ data }] = useQuery({ query: FindQuery, variables: { search: asked || null } });
  const found = nodesOf(data?.orders);
  return (
    <RulesPage
      title="Try the rules on an order"
      lead="Invent a return of a real order and see how it would be judged, and why. Nothing is stored, nobody is told."
    >
      <Stack>
        <Panel title="Order">
          <Select
            maw={420}
            aria-label="Order"
            placeholder="Number, name, e-mail or SKU"
            searchable
            searchValue={text}
            onSearchChange={setText}
            filter={({ options }) => options}
            nothingFoundMessage="No order fits"
            data={found.map((each) => ({
              value: each.id,
              label: `${each.number} · ${each.shopper?.name ?? 'no name'} · ${dayText(each.placedAt)}`,
            }))}
            value={order ?? null}
            onChange={(id) => id && void navigate({ to: '/rules/try', search: { order: id } })}
          />
        </Panel>
        {order && <Invent key={order} orderId={order} />}
      </Stack>
    </RulesPage>
  );
}

function Invent({ orderId }: { orderId: string }) {
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

type Invented = { quantity: number; reason: string; resolution: 'REFUND' | 'EXCHANGE' | 'STORE_CREDIT' };

function Items({ of }: { of: Options }) {
  const first = of.reasons[0]?.code ?? '';
  const [items, setItems] = useState<Record<string, Invented>>(() =>
    Object.fromEntries(
      of.lines.map((line, at) => [
        line.orderLineId,
        { quantity: at === 0 ? 1 : 0, reason: first, resolution: 'REFUND' },
      ]),
    ),
  );
  const [source, setSource] = useState<'DRAFT' | 'LIVE'>('DRAFT');
  const [input, setInput] = useState<TryInput>();
  const change = (id: string, patch: Partial<Invented>) => {
    const now = items[id];
    if (now) setItems({ ...items, [id]: { ...now, ...patch } });
  };
  const chosen = Object.entries(items).filter(([, item]) => item.quantity > 0);
  return (
    <>
      <Panel
        title="An invented return"
        aside={
          <SegmentedControl
            size="xs"
            aria-label="Which rules"
            value={source}
            onChange={(value) => setSource(value as 'DRAFT' | 'LIVE')}
            data={[
              { value: 'DRAFT', label: 'Draft' },
              { value: 'LIVE', label: 'In force' },
            ]}
          />
        }
      >
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
          <Group>
            <Button
              leftSection={<IconPlayerPlay size={16} aria-hidden />}
              disabled={chosen.length === 0}
              onClick={() =>
                setInput({
                  orderId: of.orderId,
                  source,
                  items: chosen.map(([orderLineId, item]) => ({ orderLineId, ...item })),
                })
              }
            >
              Judge this return
            </Button>
          </Group>
        </Stack>
      </Panel>
      {input && (
        <TryResult
          key={JSON.stringify(input)}
          input={input}
          titles={new Map(of.lines.map((line) => [line.orderLineId, line.title]))}
        />
      )}
    </>
  );
}

const words = { REFUND: 'Refund', EXCHANGE: 'Exchange', STORE_CREDIT: 'Store credit' };
