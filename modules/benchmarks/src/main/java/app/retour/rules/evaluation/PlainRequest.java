package app.retour.rules.evaluation;

import java.util.Set;

/**
 * A request as peers like it best: typed, known, with whole numbers (cents, grams, days since 1970). Public, since engines
 * that generate code read it from packages of their own.
 */
public record PlainRequest(
        String itemReasonGroup,
        String itemReason,
        long itemQuantity,
        long itemValue,
        String itemSku,
        String itemProductType,
        String itemVendor,
        Set<String> itemTags,
        long itemWeight,
        long itemDiscount,
        boolean itemFinalSale,
        long itemDaysSinceDelivery,
        long orderValue,
        String orderCountry,
        String orderChannel,
        boolean orderGift,
        long orderDate,
        Set<String> shopperTags,
        long shopperOrders,
        long shopperReturnRate,
        boolean shopperBlocked) {}
