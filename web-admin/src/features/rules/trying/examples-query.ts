import { graphql, type ResultOf } from '@/shared/api/graphql';
import { TriedFacts } from './tried-query';

export const ExamplesQuery = graphql(
  `
  query PolicyExamples {
    policy { draft { version } }
    policyExamples(source: DRAFT) {
      id
      version
      name
      expected
      holds
      facts { fact values }
      result { ...TriedFacts }
    }
  }
`,
  [TriedFacts],
);

export type PolicyExample = ResultOf<typeof ExamplesQuery>['policyExamples'][number];

export const SaveExampleMutation = graphql(`
  mutation SavePolicyExample($input: SavePolicyExampleInput!) {
    savePolicyExample(input: $input) { example { id } userErrors { field message code } }
  }
`);

export const RemoveExampleMutation = graphql(`
  mutation RemovePolicyExample($input: RemovePolicyExampleInput!) {
    removePolicyExample(input: $input) { removedId userErrors { field message code } }
  }
`);
