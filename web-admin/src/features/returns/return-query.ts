import { graphql, type ResultOf } from '@/shared/api/graphql';

/** A refund, as its detail and the list of refunds due show it. */
export const RefundFacts = graphql(`
  fragment RefundFacts on Refund {
    id
    state
    version
    advance
    dueAt
    issuedAt
    reference
    failure
    outcomeUnknown
    needsPersonBecause
    held
    document { id number csvPath }
    amount { amount currencyCode }
    waterfall {
      lines { kind text itemId taxRate amount { amount currencyCode } includedTax { amount currencyCode } }
      total { amount currencyCode }
      tenders { tenderId label amount { amount currencyCode } }
    }
  }
`);

export type RefundFacts = ResultOf<typeof RefundFacts>;

/** Everything that the page of one return shows; also what every decision answers with, so that the page is new at once. */
export const ReturnFacts = graphql(
  `
  fragment ReturnFacts on Return {
    id
    rmaNumber
    orderId
    orderNumber
    version
    requestedAt
    closedAt
    decision
    headline
    headlineText
    because
    slipPath
    canCancel
    canAnnounceTracking
    approvedWaitUntil
    shopperName
    shopperEmail
    assignee
    team
    tags
    priority
    value { amount currencyCode }
    teamSteps { kind text ours by receiptId }
    items {
      id
      sku
      title
      variantTitle
      imagePath
      quantity
      value { amount currencyCode }
      reason { text group }
      comment
      photos { fileId path }
      resolution
      exchangeFor { title sku }
      decision
      decisionReason
      keepItem
      fee { amount currencyCode }
      returnShipping
      refundMoment
      goods { expected received accepted refused missing }
      because
      decisions { decisionId decision because by at }
      findings { id received accepted refused grade disposition note }
    }
    parcels { shipmentId state carrier trackingNumber movedAt }
    refunds { ...RefundFacts }
    estimate {
      lines { kind text itemId taxRate amount { amount currencyCode } includedTax { amount currencyCode } }
      total { amount currencyCode }
      tenders { tenderId label amount { amount currencyCode } }
    }
    evidenceRequests { id itemIds photosWanted commentWanted message askedAt by state }
    receipts { id openedAt closedAt }
    timeline { sequence event text by at }
    discrepancies { id kind text openedAt settledAt settlement }
    tasks { id kind text doneAt reference }
    messages { id title state reason subject happenedAt audience }
  }
`,
  [RefundFacts],
);

export type ReturnFacts = ResultOf<typeof ReturnFacts>;
export type ItemFacts = ReturnFacts['items'][number];

export const ReturnQuery = graphql(`query Return($id: ID!) { return(id: $id) { ...ReturnFacts } }`, [ReturnFacts]);
