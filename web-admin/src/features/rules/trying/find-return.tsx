import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '@/shared/api/graphql';
import { nodesOf } from '@/shared/api/pages';
import { dayText } from '@/shared/format/time';
import { Notice } from '@/shared/ui/status';

const FindReturnsQuery = graphql(`
  query FindReturns($search: String) {
    returns(first: 15, filter: { search: $search }) {
      edges { node { id rmaNumber orderNumber requestedAt shopperName items { id decisions { decisionId } } } }
    }
  }
`);

/** Finds a past return; its first item's newest judging is tried at once. */
export function FindReturn() {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [asked] = useDebouncedValue(text, 300);
  const [{ data }] = useQuery({ query: FindReturnsQuery, variables: { search: asked || null } });
  const found = nodesOf(data?.returns);
  const decisionOf = (id: string) =>
    found
      .find((each) => each.id === id)
      ?.items.flatMap((item) => item.decisions.flatMap((judged) => judged.decisionId ?? []))[0];
  return (
    <>
      <Select
        maw={480}
        label="Past return"
        placeholder="RMA, order number, name, e-mail or SKU"
        searchable
        searchValue={text}
        onSearchChange={setText}
        filter={({ options }) => options}
        nothingFoundMessage="No return fits"
        data={found.map((each) => ({
          value: each.id,
          label: `${each.rmaNumber} · ${each.shopperName ?? 'no name'} · order ${each.orderNumber} · ${dayText(each.requestedAt)}`,
        }))}
        value={chosen ?? null}
        onChange={(id) => {
          if (!id) return;
          setChosen(id);
          const decision = decisionOf(id);
          if (decision) void navigate({ to: '/rules/try', search: { decision } });
        }}
      />
      {chosen && found.length > 0 && !decisionOf(chosen) && found.some((each) => each.id === chosen) && (
        <Notice tone="calm">The rules never judged this return, so there is nothing to try again.</Notice>
      )}
    </>
  );
}
