import { graphql, type ResultOf } from '@/shared/api/graphql';
import { ChangeFacts } from '../history/back-test-query';
import { TriedFacts } from '../trying/tried-query';

export const ShadowFacts = graphql(`
  fragment ShadowFacts on ShadowRun {
    id
    state
    days
    draftIsUnchanged
    judged
    changed
    outcomes { live draft count value { amount currencyCode } }
    unknown { fact { key label } count }
    startedAt
    endsAt
    endedAt
  }
`);

export type ShadowFacts = ResultOf<typeof ShadowFacts>;

export const ShadowQuery = graphql(
  `
  query Shadow {
    policy { live { number } draft { version savedAt } }
    shadowRuns { ...ShadowFacts }
  }
`,
  [ShadowFacts],
);

export const StartMutation = graphql(
  `mutation StartShadowRun($input: StartShadowRunInput!) {
    startShadowRun(input: $input) { shadowRun { ...ShadowFacts } userErrors { field message code } }
  }`,
  [ShadowFacts],
);

export const StopMutation = graphql(
  `mutation StopShadowRun($input: StopShadowRunInput!) {
    stopShadowRun(input: $input) { shadowRun { ...ShadowFacts } userErrors { field message code } }
  }`,
  [ShadowFacts],
);

export const ShadowChangesQuery = graphql(
  `query ShadowChanges($id: ID!, $after: String) {
    shadowRun(id: $id) {
      id
      changes(first: 25, after: $after) {
        edges { node { ...ChangeFacts } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`,
  [ChangeFacts],
);

export const CompareShadowQuery = graphql(
  `query CompareShadowDecision($input: CompareShadowDecisionInput!) {
    compareShadowDecision(input: $input) {
      result { live { ...TriedFacts } draft { ...TriedFacts } }
      userErrors { message }
    }
  }`,
  [TriedFacts],
);
