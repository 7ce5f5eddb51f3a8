import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '@/shared/api/graphql';
import { nodesOf } from '@/shared/api/pages';
import { dayText } from '@/shared/format/time';

const FindQuery = graphql(`
  query FindOrders($search: String) {
    orders(first: 15, search: $search) { edges { node { id number placedAt shopper { id name } } } }
  }
`);

/** Finds an order to invent a return of. */
export function FindOrder({ order }: { order: string | undefined }) {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 300);
  const [{ data }] = useQuery({ query: FindQuery, variables: { search: asked || null } });
  return (
    <Select
      maw={480}
      label="Order"
      placeholder="Number, name, e-mail or SKU"
      searchable
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      nothingFoundMessage="No order fits"
      data={nodesOf(data?.orders).map((each) => ({
        value: each.id,
        label: `${each.number} · ${each.shopper?.name ?? 'no name'} · ${dayText(each.placedAt)}`,
      }))}
      value={order ?? null}
      onChange={(id) => id && void navigate({ to: '/rules/try', search: { order: id } })}
    />
  );
}
