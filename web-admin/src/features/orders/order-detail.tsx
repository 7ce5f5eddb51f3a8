import { Button, Grid, Stack, Text } from '@mantine/core';
import { IconPlayerPlay, IconShoppingBag } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { moneyText } from '@/shared/format/money';
import { exactTime } from '@/shared/format/time';
import { Headline } from '@/shared/returns/headline';
import { useCan } from '@/shared/session/session';
import { CopyId } from '@/shared/ui/copy-id';
import { Loaded } from '@/shared/ui/loaded';
import { Page } from '@/shared/ui/page';
import { Facts, Panel } from '@/shared/ui/panel';
import { Empty } from '@/shared/ui/states';
import { Notice } from '@/shared/ui/status';
import { Table } from '@/shared/ui/table';
import { Money, When } from '@/shared/ui/values';
import { ErasePushed } from './erase-pushed';
import { OrderMoney } from './order-money';
import { type Answer, type Order, OrderQuery } from './order-query';
import { isAmount } from './outside';
import { ShopperLink } from './shopper-link';
import { ShopperPrivacy } from './shopper-privacy';

const unknown = <Text c="dimmed">unknown</Text>;
const known = (value: ReactNode) => (value === null || value === undefined ? unknown : value);
const yes = (value: boolean | null) => (value === null ? unknown : value ? 'yes' : 'no');
const list = (values: readonly string[] | null) => (values === null ? unknown : values.join(', ') || 'none');
const day = (iso: string | null) => (iso === null ? unknown : exactTime(iso));

export function OrderDetail() {
  const can = useCan();
  const { orderId } = useParams({ from: '/shell/orders/$orderId' });
  const query = useQuery({ query: OrderQuery, variables: { id: orderId, returns: can('returns:read') } });
  return (
    <Loaded query={query}>
      {({ order, returnsOfOrder }) =>
        order ? (
          <Detail of={order} returns={returnsOfOrder ?? []} />
        ) : (
          <Empty icon={IconShoppingBag} title="No such order">
            It does not exist, or belongs to another business.
          </Empty>
        )
      }
    </Loaded>
  );
}

type DetailProps = { of: Order; returns: NonNullable<Answer['returnsOfOrder']> };

function Detail({ of, returns }: DetailProps) {
  const can = useCan();
  const address = of.shipTo;
  return (
    <Page
      title={`Order ${of.number}`}
      lead={
        <>
          Placed <When at={of.placedAt} />
        </>
      }
      actions={
        can('rules:read') && (
          <Button
            variant="default"
            leftSection={<IconPlayerPlay size={16} aria-hidden />}
            renderRoot={(props) => <Link to="/rules/try" search={{ order: of.id }} {...props} />}
          >
            Try the rules on this order
          </Button>
        )
      }
    >
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack>
            {isAmount(of.unexplainedOutside) && (
              <Notice tone="warn">
                The shop gave back {moneyText(of.unexplainedOutside)} itself; nobody said for what. A return of this
                order waits for a person.
              </Notice>
            )}
            {!of.reconciles && (
              <Notice tone="warn">
                The sums of this order do not agree, so its refunds need a person. Usually an edit or a discount is
                missing in the file it came with.
              </Notice>
            )}
            <Panel title="Lines" flush>
              <Table
                label="Lines of the order"
                rows={of.lines}
                keyOf={(line) => line.id}
                columns={[
                  {
                    name: 'Item',
                    cell: (line) => (
                      <>
                        <Text fw={550}>{line.title}</Text>
                        <Text size="xs" c="dimmed">
                          {[line.variantTitle, line.giftCard && 'gift card', line.finalSale && 'final sale']
                            .filter(Boolean)
                            .join(' · ')}
                        </Text>
                      </>
                    ),
                  },
                  { name: 'SKU', wide: true, cell: (line) => (line.sku ? <CopyId value={line.sku} /> : unknown) },
                  { name: 'Bought', right: true, cell: (line) => line.quantity },
                  { name: 'Shipped', right: true, wide: true, cell: (line) => line.fulfilledQuantity },
                  { name: 'Paid', right: true, cell: (line) => <Money of={line.paid} /> },
                ]}
              />
            </Panel>
            <Panel title="Returns of this order">
              {returns.length === 0 && <Text c="dimmed">None so far.</Text>}
              {returns.map((each) => (
                <Text key={each.id}>
                  <Link to="/returns/$returnId" params={{ returnId: each.id }} style={{ color: 'var(--rt-link)' }}>
                    {each.rmaNumber}
                  </Link>{' '}
                  <Headline of={each.headline} /> <When at={each.requestedAt} />
                </Text>
              ))}
            </Panel>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack>
            <OrderMoney of={of} />
            <Panel title="Shopper">
              {of.erasedAt && (
                <Text mb="xs">
                  Erased <When at={of.erasedAt} />. What is told of the person is left out.
                </Text>
              )}
              <Facts
                of={[
                  ['Name', known(of.shopper?.name)],
                  ['E-mail', of.shopper ? <CopyId key="e" value={of.shopper.email} /> : unknown],
                  ['Tags', of.shopper ? list(of.shopper.tags) : unknown],
                  [
                    'Sent to',
                    address
                      ? [
                          address.name,
                          address.line1,
                          address.line2,
                          [address.postcode, address.city].filter(Boolean).join(' '),
                          address.country,
                        ]
                          .filter((part) => part?.trim())
                          .join(', ')
                      : unknown,
                  ],
                ]}
              />
              {!of.erasedAt && <ShopperLink orderId={of.id} />}
              {of.shopper && <ErasePushed shopperId={of.shopper.id} name={of.shopper.name ?? of.shopper.email} />}
              {!of.erasedAt && <ShopperPrivacy orderId={of.id} number={of.number} />}
            </Panel>
            <Panel title="What rules know">
              <Facts
                of={[
                  ['Shipped', day(of.fulfilledAt)],
                  ['Delivered', day(of.deliveredAt)],
                  ['Country', known(of.shippingCountry)],
                  ['Channel', known(of.channel)],
                  ['Tags', list(of.tags)],
                  ['Discount codes', list(of.discountCodes)],
                  ['Gift', yes(of.gift)],
                  ['Business', yes(of.business)],
                ]}
              />
            </Panel>
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}
