import { initGraphQLTada } from 'gql.tada';
import type { introspection } from '@/graphql-env.d.ts';

/** Typed documents against schema.graphql; nothing is generated but the types. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { DateTime: string; Date: string; Decimal: string; JSON: unknown };
}>();

export type { ResultOf, VariablesOf } from 'gql.tada';
