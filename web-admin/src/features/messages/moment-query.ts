import { graphql, type ResultOf } from '@/shared/api/graphql';

export const TemplateFacts = graphql(`
  fragment TemplateFacts on MessageTemplate {
    moment
    locale
    subject
    body
    buttonLabel
    isDefault
    version
    savedAt
    variables { name description example }
    history { version subject body buttonLabel isDefault savedAt }
  }
`);

export type TemplateFacts = ResultOf<typeof TemplateFacts>;

export const MomentsQuery = graphql(
  `
  query Moments {
    moments { moment title description audience enabled template { ...TemplateFacts } }
  }
`,
  [TemplateFacts],
);

export type MomentFacts = ResultOf<typeof MomentsQuery>['moments'][number];
export type MomentName = MomentFacts['moment'];
