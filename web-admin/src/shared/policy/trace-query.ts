import { graphql, type ResultOf } from '@/shared/api/graphql';

export const TraceFacts = graphql(`
  fragment TraceFacts on Trace {
    versionNumber
    outcome
    because
    afterwards
    facts { key label value values }
    rules {
      position
      ruleId
      name
      sentence
      enabled
      isFinal
      truth
      conditions { depth sentence truth factKey seen }
      effects { kind sentence fate why }
    }
  }
`);

export type TraceFacts = ResultOf<typeof TraceFacts>;
export type RuleTrace = TraceFacts['rules'][number];
