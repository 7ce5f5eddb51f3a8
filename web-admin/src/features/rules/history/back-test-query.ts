import { graphql, type ResultOf } from '@/shared/api/graphql';
import { TriedFacts } from '../trying/tried-query';

export const BackTestFacts = graphql(`
  fragment BackTestFacts on BackTest {
    id
    state
    days
    judged
    total
    changed
    outcomes { live draft count value { amount currencyCode } }
    unknown { fact { key label } count }
    askedAt
    endedAt
  }
`);

export type BackTest = ResultOf<typeof BackTestFacts>;
export type Cell = BackTest['outcomes'][number];

export const BackTestsQuery = graphql(
  `query BackTests { policy { draft { version savedAt } } backTests { ...BackTestFacts } }`,
  [BackTestFacts],
);

export const BackTestQuery = graphql(`query BackTest($id: ID!) { backTest(id: $id) { ...BackTestFacts } }`, [
  BackTestFacts,
]);

export const ProgressSubscription = graphql(
  `subscription BackTestProgress($id: ID!) { backTestProgress(id: $id) { ...BackTestFacts } }`,
  [BackTestFacts],
);

export const StartMutation = graphql(
  `mutation StartBackTest($input: StartBackTestInput!) {
    startBackTest(input: $input) { backTest { ...BackTestFacts } userErrors { field message code } }
  }`,
  [BackTestFacts],
);

export const CancelMutation = graphql(
  `mutation CancelBackTest($input: CancelBackTestInput!) {
    cancelBackTest(input: $input) { backTest { ...BackTestFacts } userErrors { field message code } }
  }`,
  [BackTestFacts],
);

export const ChangeFacts = graphql(`
  fragment ChangeFacts on BackTestChange {
    live
    draft
    value { amount currencyCode }
    decision { id decidedAt item { returnId rmaNumber title variantTitle quantity } }
  }
`);

export type Change = ResultOf<typeof ChangeFacts>;

export const ChangesQuery = graphql(
  `query BackTestChanges($id: ID!, $after: String) {
    backTest(id: $id) {
      id
      changes(first: 25, after: $after) {
        edges { node { ...ChangeFacts } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`,
  [ChangeFacts],
);

export const FileQuery = graphql(`query BackTestFile($id: ID!) { backTest(id: $id) { id changesFile } }`);

export const CompareQuery = graphql(
  `query CompareDecision($input: CompareDecisionInput!) {
    compareDecision(input: $input) {
      result { live { ...TriedFacts } draft { ...TriedFacts } }
      userErrors { message }
    }
  }`,
  [TriedFacts],
);
