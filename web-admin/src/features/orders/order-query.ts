import { graphql, type ResultOf } from '@/shared/api/graphql';

/** Everything that the page of one order shows. */
export const OrderQuery = graphql(`
  query Order($id: ID!, $returns: Boolean!) {
    order(id: $id) {
      id
      number
      externalId
      erasedAt
      placedAt
      fulfilledAt
      deliveredAt
      canceledAt
      taxMode
      reconciles
      payment
      channel
      exchangeRate
      gift
      business
      tags
      discountCodes
      shippingCountry
      subtotal { amount currencyCode }
      shipping { amount currencyCode }
      shippingTax { amount currencyCode }
      taxes { amount currencyCode }
      paymentFee { amount currencyCode }
      duties { amount currencyCode }
      tips { amount currencyCode }
      rounding { amount currencyCode }
      total { amount currencyCode }
      captured { amount currencyCode }
      refundedOutside { amount currencyCode }
      unexplainedOutside { amount currencyCode }
      outsideRefunds { id kind orderLineId quantity tenderId amount { amount currencyCode } }
      tenders { id kind label amount { amount currencyCode } }
      lines { id sku title variantTitle quantity fulfilledQuantity finalSale giftCard paid { amount currencyCode } }
      shopper { id email name tags lifetimeOrders }
      shipTo { name company line1 line2 city postcode province country }
    }
    returnsOfOrder(orderId: $id) @include(if: $returns) { id rmaNumber headline requestedAt }
  }
`);

export type Answer = ResultOf<typeof OrderQuery>;
export type Order = NonNullable<Answer['order']>;
