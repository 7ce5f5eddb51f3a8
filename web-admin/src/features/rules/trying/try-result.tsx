import { Stack, Text } from '@mantine/core';
import { useQuery } from 'urql';
import { graphql, type VariablesOf } from '@/shared/api/graphql';
import { sentence } from '@/shared/format/words';
import { Trace } from '@/shared/policy/trace';
import { TraceFacts } from '@/shared/policy/trace-query';
import { Loaded } from '@/shared/ui/loaded';
import { Facts, Panel } from '@/shared/ui/panel';
import { Notice, Status, type Tone } from '@/shared/ui/status';
import css from '../rules.module.css';

export const TryQuery = graphql(
  `
  query TryOnOrder($input: TryOnOrderInput!) {
    tryOnOrder(input: $input) {
      items { orderLineId outcome because shopperReason undetermined effects steps { ...TraceFacts } }
      userErrors { field message code }
    }
  }
`,
  [TraceFacts],
);

const tones: Record<string, Tone> = { APPROVE: 'good', REVIEW: 'warn', REJECT: 'bad' };
const outcomes: Record<string, string> = { APPROVE: 'Approved', REVIEW: 'Goes to review', REJECT: 'Rejected' };

type ResultProps = { input: VariablesOf<typeof TryQuery>['input']; titles: Map<string, string> };

export function TryResult({ input, titles }: ResultProps) {
  const query = useQuery({ query: TryQuery, variables: { input }, requestPolicy: 'network-only' });
  return (
    <Loaded query={query}>
      {({ tryOnOrder }) => (
        <Stack aria-live="polite">
          {tryOnOrder.userErrors.length > 0 && (
            <Notice tone="bad" alert>
              {tryOnOrder.userErrors.map((each) => each.message).join(' ')}
            </Notice>
          )}
          {tryOnOrder.items.map((item) => (
            <Panel
              key={item.orderLineId}
              title={titles.get(item.orderLineId) ?? 'Item'}
              aside={
                <Status tone={tones[item.outcome] ?? 'calm'}>{outcomes[item.outcome] ?? sentence(item.outcome)}</Status>
              }
            >
              <Stack gap="sm">
                <Text>{item.because}</Text>
                {item.shopperReason && <Text>The shopper would read: “{item.shopperReason}”</Text>}
                {item.effects.length > 0 && (
                  <div className={css.chips}>
                    {item.effects.map((effect) => (
                      <Status key={effect} tone="calm">
                        {effect}
                      </Status>
                    ))}
                  </div>
                )}
                {item.undetermined.length > 0 && (
                  <Notice tone="warn">Left open by an unknown fact: {item.undetermined.join(', ')}.</Notice>
                )}
                <Trace of={item.steps} />
                <details>
                  <summary>Every fact as it was seen</summary>
                  <Facts of={item.steps.facts.map((fact): [string, string] => [fact.label, fact.value ?? 'unknown'])} />
                </details>
              </Stack>
            </Panel>
          ))}
        </Stack>
      )}
    </Loaded>
  );
}
