import { graphql, type ResultOf } from '@/shared/api/graphql';
import { RuleFacts } from '../policy-query';

export const VersionQuery = graphql(
  `
  query PolicyVersionPage($number: Int!) {
    policyVersionByNumber(number: $number) {
      id
      number
      note
      publishedAt
      publishedBy { personId name }
      isLive
      rules { ...RuleFacts }
    }
    policy { live { id number } draft { version } }
  }
`,
  [RuleFacts],
);

export type Version = NonNullable<ResultOf<typeof VersionQuery>['policyVersionByNumber']>;

export const RevertMutation = graphql(`
  mutation RevertPolicyDraft($input: RevertPolicyDraftInput!) {
    revertPolicyDraft(input: $input) { draft { version } userErrors { field message code } }
  }
`);

export const DraftAuthorQuery = graphql(`
  query DraftAuthor { policyNeedsFourEyes policy { draft { version savedBy { personId name } } } }
`);
