import { graphql, type ResultOf } from '@/shared/api/graphql';
import { SideFacts } from '../outcomes/sides';

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

export const ChangesQuery = graphql(`
  query ShadowChanges($id: ID!, $after: String) {
    shadowRun(id: $id) {
      changes(first: 20, after: $after) {
        edges { node { subjectId live draft value { amount currencyCode } decision { id decidedAt } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

export type Difference = NonNullable<
  NonNullable<NonNullable<ResultOf<typeof ChangesQuery>['shadowRun']>['changes']['edges']>[number]
>['node'];

export const CompareQuery = graphql(
  `
  query CompareShadowDecision($input: CompareShadowDecisionInput!) {
    compareShadowDecision(input: $input) { result { ...SideFacts } userErrors { message } }
  }
`,
  [SideFacts],
);
