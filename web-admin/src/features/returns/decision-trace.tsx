import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { graphql } from '@/shared/api/graphql';
import { once } from '@/shared/api/policies';
import { Trace } from '@/shared/policy/trace';
import { TraceFacts } from '@/shared/policy/trace-query';
import { useCan } from '@/shared/session/session';
import { Loaded } from '@/shared/ui/loaded';

const DecisionQuery = graphql(
  `query PolicyDecision($id: ID!) { policyDecision(id: $id) { id byHand trace { ...TraceFacts } } }`,
  [TraceFacts],
);

/** A stored decision, recomputed by the server from the facts and the version that it was made with. */
export function DecisionTrace({ id }: { id: string }) {
  const mayTry = useCan()('rules:read');
  const query = useQuery({ query: DecisionQuery, variables: { id }, ...once });
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
            <JudgedBy version={policyDecision.trace.versionNumber} />
            <Trace of={policyDecision.trace} />
            {mayTry && (
              <Anchor renderRoot={(props) => <Link to="/rules/try" search={{ decision: id }} {...props} />}>
                Try it with the rules of today and your draft
              </Anchor>
            )}
          </>
        ) : (
          <Text c="dimmed">The trace is no longer kept.</Text>
        )
      }
    </Loaded>
  );
}

/** A return keeps its version: which one that is, to be read whole. */
function JudgedBy({ version }: { version: number | null }) {
  const may = useCan()('rules:read');
  if (version === null || !may) return null;
  return (
    <Text size="sm" c="dimmed" mb={6}>
      Judged by{' '}
      <Link to="/rules/versions/$number" params={{ number: String(version) }}>
        version {version} of the rules
      </Link>
      .
    </Text>
  );
}
