import { graphql, type ResultOf, type VariablesOf } from '@/shared/api/graphql';

export const RuleFacts = graphql(`
  fragment RuleFacts on Rule {
    id
    name
    enabled
    isFinal
    when
    sentence
    whenSentence
    effectSentences
    then {
      decision { outcome shopperReason translations { locale text } }
      resolutions
      fee { kind amount rate per }
      returnShipping
      keepItem
      evidence { photos comment }
      bonus { amount rate }
      destination
      refundMoment
      tags
      team
      assignee
      priority
    }
  }
`);

export type RuleFacts = ResultOf<typeof RuleFacts>;

export const PolicyQuery = graphql(
  `
  query Policy {
    policy {
      live { id number note publishedAt rules { ...RuleFacts } }
      draft { version savedAt rules { ...RuleFacts } }
    }
  }
`,
  [RuleFacts],
);

export type PolicyFacts = ResultOf<typeof PolicyQuery>['policy'];

export const VocabularyQuery = graphql(`
  query RuleVocabulary {
    ruleVocabulary {
      key
      subject
      type
      label
      description
      unknownWhen
      unit
      operators { operator label fewestValues mostValues }
      options { value label }
    }
  }
`);

export type Fact = ResultOf<typeof VocabularyQuery>['ruleVocabulary'][number];

export const SaveDraftMutation = graphql(
  `mutation SavePolicyDraft($input: SavePolicyDraftInput!) {
    savePolicyDraft(input: $input) {
      draft { version savedAt rules { ...RuleFacts } }
      userErrors { field message code }
    }
  }`,
  [RuleFacts],
);

export const DiscardDraftMutation = graphql(`
  mutation DiscardPolicyDraft($input: DiscardPolicyDraftInput!) {
    discardPolicyDraft(input: $input) { policy { draft { version } } userErrors { field message code } }
  }
`);

export const ExplainQuery = graphql(
  `query ExplainRules($rules: [RuleInput!]!) {
    explainRules(rules: $rules) { rules { ...RuleFacts } userErrors { field message code } }
  }`,
  [RuleFacts],
);

export const ChangesQuery = graphql(`
  query PolicyChanges($from: ID, $to: ID) {
    policyChanges(fromVersionId: $from, toVersionId: $to) {
      kind
      ruleId
      name
      words
      before { position sentence }
      after { position sentence }
    }
  }
`);

export type RuleChange = ResultOf<typeof ChangesQuery>['policyChanges'][number];

export const AnalyseQuery = graphql(`
  query AnalysePolicy($input: AnalysePolicyInput!) {
    analysePolicy(input: $input) {
      analysis {
        findings {
          kind
          severity
          rules { position ruleId name }
          paths
          mayGo
          words
          witness { fact values label seen }
        }
        unfinished
      }
      userErrors { field message code }
    }
  }
`);

export type Analysis = NonNullable<ResultOf<typeof AnalyseQuery>['analysePolicy']['analysis']>;
export type Finding = Analysis['findings'][number];

export type RuleInput = VariablesOf<typeof SaveDraftMutation>['input']['rules'][number];
export type Effects = RuleInput['then'];
export type Condition = RuleInput['when'];
