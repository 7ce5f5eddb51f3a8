import { graphql, type ResultOf } from '@/shared/api/graphql';

export const OwnFact = graphql(`
  fragment OwnFact on CustomFact { key type label description source attribute personal archived }
`);

export type Own = ResultOf<typeof OwnFact>;
