import { useQuery } from 'urql';
import { graphql } from '@/shared/api/graphql';
import { Loaded } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/status';
import type { ExampleFacts } from './address';
import { factInputs } from './fact-words';
import { SaveExample } from './save-example';
import { SideBySide } from './side-by-side';
import { TriedFacts } from './tried-query';

const TryFactsQuery = graphql(
  `
  query TryFacts($live: TryFactsInput!, $draft: TryFactsInput!) {
    policy { draft { version } }
    live: tryFacts(input: $live) { result { ...TriedFacts } userErrors { field message } }
    draft: tryFacts(input: $draft) { result { ...TriedFacts } userErrors { field message } }
  }
`,
  [TriedFacts],
);

/** A case of known facts, by what is in force and by the draft. */
export function TriedFactsOf({ facts }: { facts: ExampleFacts }) {
  const given = factInputs(facts);
  const query = useQuery({
    query: TryFactsQuery,
    variables: { live: { source: 'LIVE', facts: given }, draft: { source: 'DRAFT', facts: given } },
  });
  return (
    <Loaded query={query}>
      {({ policy, live, draft }) =>
        live.result ? (
          <SideBySide
            live={live.result}
            draft={policy.draft ? (draft.result ?? undefined) : undefined}
            actions={
              <SaveExample
                facts={facts}
                suggested={(policy.draft && draft.result ? draft.result : live.result).outcome}
              />
            }
          />
        ) : (
          <Notice tone="bad" alert>
            {live.userErrors.map((each) => each.message).join(' ')}
          </Notice>
        )
      }
    </Loaded>
  );
}
