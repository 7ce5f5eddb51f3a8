import { Text } from '@mantine/core';
import { useQuery } from 'urql';
import { graphql } from '@/shared/api/graphql';
import { Trace } from '@/shared/policy/trace';
import { TraceFacts } from '@/shared/policy/trace-query';
import { Loaded } from '@/shared/ui/loaded';

const DecisionQuery = graphql(
  `query PolicyDecision($id: ID!) { policyDecision(id: $id) { id byHand trace { ...TraceFacts } } }`,
  [TraceFacts],
);

/** A stored decision, recomputed by the server from the facts and the version that it was made with. */
export function DecisionTrace({ id }: { id: string }) {
  const query = useQuery({ query: DecisionQuery, variables: { id }, requestPolicy: 'cache-first' });
  return (
    <Loaded query={query}>
      {({ policyDecision }) =>
        policyDecision ? (
          <>
            {policyDecision.byHand && (
              <Text size="sm" c="dimmed" mb={6}>
                A person decided. This is what the rules say of the same facts.
              </Text>
            )}
            <Trace of={policyDecision.trace} />
          </>
        ) : (
          <Text c="dimmed">The trace is no longer kept.</Text>
        )
      }
    </Loaded>
  );
}
