import { Stack, Title } from '@mantine/core';
import { useQuery } from 'urql';
import { graphql, type ResultOf, type VariablesOf } from '@/shared/api/graphql';
import { TraceFacts } from '@/shared/policy/trace-query';
import { Loaded } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/status';
import { knownFacts } from './fact-words';
import { SaveExample } from './save-example';
import { SideBySide } from './side-by-side';
import type { Tried } from './tried-query';

const TriedItemFacts = graphql(
  `
  fragment TriedItemFacts on TryItem {
    orderLineId
    outcome
    because
    shopperReason
    undetermined
    effects
    steps { ...TraceFacts }
  }
`,
  [TraceFacts],
);

const TryOrderQuery = graphql(
  `
  query TryOnOrder($live: TryOnOrderInput!, $draft: TryOnOrderInput!) {
    policy { draft { version } }
    live: tryOnOrder(input: $live) { items { ...TriedItemFacts } userErrors { message } }
    draft: tryOnOrder(input: $draft) { items { ...TriedItemFacts } userErrors { message } }
  }
`,
  [TriedItemFacts],
);

export type Invented = VariablesOf<typeof TryOrderQuery>['live']['items'][number] & {
  resolution: 'REFUND' | 'EXCHANGE' | 'STORE_CREDIT';
};

/** The decision stands in the outcome already; what is left are the terms. */
function tried({ steps, effects, ...item }: ResultOf<typeof TriedItemFacts>): Tried {
  const decisions = steps.rules.flatMap((rule) =>
    rule.effects.filter((effect) => effect.kind === 'DECISION').map((effect) => effect.sentence),
  );
  return { ...item, effects: effects.filter((effect) => !decisions.includes(effect)), trace: steps };
}

type TriedOrderProps = { orderId: string; items: Invented[]; titles: ReadonlyMap<string, string> };

/** Invented items of a real order, by what is in force and by the draft. */
export function TriedOrder({ orderId, items, titles }: TriedOrderProps) {
  const query = useQuery({
    query: TryOrderQuery,
    variables: { live: { orderId, items, source: 'LIVE' }, draft: { orderId, items, source: 'DRAFT' } },
  });
  return (
    <Loaded query={query}>
      {({ policy, live, draft }) =>
        live.userErrors.length > 0 ? (
          <Notice tone="bad" alert>
            {live.userErrors.map((each) => each.message).join(' ')}
          </Notice>
        ) : (
          <Stack gap="xl">
            {live.items.map((item, at) => {
              const byDraft = policy.draft ? draft.items[at] : undefined;
              return (
                <section key={item.orderLineId} aria-label={titles.get(item.orderLineId)}>
                  {live.items.length > 1 && (
                    <Title order={2} size="h3" mb="xs">
                      {titles.get(item.orderLineId)}
                    </Title>
                  )}
                  <SideBySide
                    live={tried(item)}
                    draft={byDraft && tried(byDraft)}
                    actions={
                      <SaveExample facts={knownFacts(item.steps.facts)} suggested={byDraft?.outcome ?? item.outcome} />
                    }
                  />
                </section>
              );
            })}
          </Stack>
        )
      }
    </Loaded>
  );
}
