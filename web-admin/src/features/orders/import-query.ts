import { graphql, type ResultOf } from '@/shared/api/graphql';

export const ImportFacts = graphql(`
  fragment ImportFacts on Import {
    id
    kind
    state
    fileName
    percent
    rows
    created
    updated
    unchanged
    failed
    withoutProof
    failure
    errorFile
    errors(first: 20) { line subject column message taken }
    report {
      ofFile
      orders
      notReconciled
      unknownFacts { fact label orders recipes remedy }
    }
  }
`);

export type ImportFacts = ResultOf<typeof ImportFacts>;
