import { graphql, type ResultOf } from '@/shared/api/graphql';

/** What a list shows of a return. */
export const ReturnRow = graphql(`
  fragment ReturnRow on Return {
    id
    rmaNumber
    orderNumber
    requestedAt
    decision
    headline
    shopperName
    assignee
    priority
    because
    value { amount currencyCode }
    items { id title imagePath quantity decision keepItem reason { text } goods { received expected missing } }
    parcels { state }
    refunds { state }
  }
`);

export type ReturnRow = ResultOf<typeof ReturnRow>;
