import { graphql, type ResultOf } from '@/shared/api/graphql';
import { TraceFacts } from '@/shared/policy/trace-query';

export const TriedFacts = graphql(
  `
  fragment TriedFacts on TryOut {
    outcome
    because
    shopperReason
    effects
    undetermined
    trace { ...TraceFacts }
  }
`,
  [TraceFacts],
);

/** One item judged by one policy. */
export type Tried = ResultOf<typeof TriedFacts>;
export type Outcome = Tried['outcome'];

/** The same item judged by what is in force and by the draft; there may be no draft. */
export type Sides = { live: Tried; draft: Tried | undefined };

export const StandingQuery = graphql(`
  query PolicyStanding { policy { live { number } draft { version savedAt } } }
`);
