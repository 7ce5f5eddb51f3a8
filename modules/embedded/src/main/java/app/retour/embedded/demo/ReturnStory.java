package app.retour.embedded.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One return of the demo: what was ordered, when the shopper asked, and how far it came.
 *
 * @param number which of the story's orders, from 0
 * @param requested when the shopper asks; null for an order that stays
 */
record ReturnStory(
        int number,
        Shoppers.Person shopper,
        Catalogue.Variant bought,
        int quantity,
        Instant placed,
        @Nullable Instant requested,
        @Nullable DemoOutcome fate) {
    private static final Duration PACKING = Duration.ofHours(26);
    private static final Duration DELIVERY = Duration.ofDays(4);

    static ReturnStory kept(int number, Instant now, Random random) {
        var placed = now.minus(Duration.ofMinutes((long) (random.nextDouble() * 135 * 24 * 60)));
        return new ReturnStory(
                number,
                Shoppers.number(random.nextInt(170)),
                Catalogue.any(random),
                1 + random.nextInt(2),
                placed,
                null,
                null);
    }

    /** The order that the welcome invites to try: a small size, delivered a week ago. */
    static ReturnStory toTry(int number, Instant now, Random random) {
        return new ReturnStory(
                number,
                Shoppers.number(0),
                wanted(DemoOutcome.APPROVED, random),
                1,
                now.minus(Duration.ofDays(11)),
                null,
                null);
    }

    static ReturnStory returned(int number, DemoOutcome fate, Instant now, Random random) {
        var requested = now.minus(age(fate, random));
        var placed = requested.minus(Duration.ofHours(6 * 24 + random.nextInt(14 * 24)));
        var shopper = Shoppers.number(fate.isExchange() ? 3 + 11 * random.nextInt(14) : random.nextInt(170));
        return new ReturnStory(number, shopper, wanted(fate, random), 1, placed, requested, fate);
    }

    private static Duration age(DemoOutcome fate, Random random) {
        var hours = switch (fate) {
            case REFUNDED, REJECTED, CANCELED, EXCHANGED -> between(random, 20 * 24, 118 * 24);
            case REFUND_DUE, REPLACEMENT_DUE -> between(random, 9 * 24, 14 * 24);
            case RECEIVED -> between(random, 8 * 24, 11 * 24);
            case DELIVERED -> between(random, 7 * 24, 9 * 24);
            case ON_ITS_WAY -> between(random, 3 * 24, 5 * 24);
            case APPROVED, APPROVED_BY_HAND -> between(random, 8, 4 * 24);
            case IN_REVIEW, EVIDENCE_WANTED -> between(random, 1, 3 * 24);
        };
        return Duration.ofHours(hours).plusMinutes(random.nextInt(60));
    }

    private static int between(Random random, int low, int high) {
        return low + random.nextInt(high - low);
    }

    private static Catalogue.Variant wanted(DemoOutcome fate, Random random) {
        while (true) {
            var variant = Catalogue.any(random);
            var small = variant.product().price().doubleValue() < 100;
            var sized = variant.product().option().equals("Size");
            var fits = switch (fate) {
                case EVIDENCE_WANTED -> variant.product().type().equals("Electronics");
                case EXCHANGED, REPLACEMENT_DUE -> sized;
                case REJECTED -> small;
                default -> !fate.isSmallAndWrongSize() || sized && small;
            };
            if (fits) {
                return variant;
            }
        }
    }

    String orderNumber() {
        return "#" + (2001 + number);
    }

    String orderExternalId() {
        return "fjordwear-" + (2001 + number);
    }

    /** As the shop's connector tells it. */
    Map<String, Object> orderInput(Instant now) {
        var price = bought.product().price();
        var subtotal = price.multiply(java.math.BigDecimal.valueOf(quantity));
        var shipping =
                subtotal.doubleValue() < 60 ? new java.math.BigDecimal("4.90") : new java.math.BigDecimal("0.00");
        var fulfilled = placed.plus(PACKING);
        var delivered = placed.plus(DELIVERY);
        var input = new java.util.HashMap<String, Object>(Map.of(
                "externalId", orderExternalId(),
                "number", orderNumber(),
                "email", shopper.email(),
                "shopperName", shopper.name(),
                "placedAt", placed.toString(),
                "currencyCode", "EUR",
                "subtotal", subtotal.toPlainString(),
                "shipping", shipping.toPlainString(),
                "total", subtotal.add(shipping).toPlainString(),
                "lines", java.util.List.of(lineInput(fulfilled.isBefore(now)))));
        input.put("taxMode", "INCLUDED");
        input.put("payment", "PAID");
        input.put("taxes", "0.00");
        input.put("refundedOutside", "0.00");
        input.put("tags", java.util.List.of());
        input.put("discountCodes", java.util.List.of());
        input.put("shippingCountry", country());
        input.put("channel", "web");
        input.put("gift", false);
        input.put("business", false);
        input.put("shipTo", shopper.address());
        input.put(
                "tenders",
                java.util.List.of(Map.of(
                        "id",
                        "pay-" + (2001 + number),
                        "kind",
                        "CARD",
                        "amount",
                        subtotal.add(shipping).toPlainString(),
                        "label",
                        "Visa •• 4242")));
        if (fulfilled.isBefore(now)) {
            input.put("fulfilledAt", fulfilled.toString());
        }
        if (delivered.isBefore(now)) {
            input.put("deliveredAt", delivered.toString());
        }
        return input;
    }

    /** Where no statutory right decides first, so that the merchant's own rules do. */
    private String country() {
        return fate == DemoOutcome.IN_REVIEW || fate == DemoOutcome.APPROVED_BY_HAND || fate == DemoOutcome.REJECTED
                ? "US"
                : "DE";
    }

    private Map<String, Object> lineInput(boolean fulfilled) {
        var product = bought.product();
        var line = new java.util.HashMap<String, Object>(Map.of(
                "externalId", "1",
                "sku", bought.sku(),
                "title", product.title(),
                "variantTitle", bought.value(),
                "quantity", quantity,
                "fulfilledQuantity", fulfilled ? quantity : 0,
                "unitPrice", product.price().toPlainString(),
                "vendor", "Fjordwear",
                "productType", product.type(),
                "weightGrams", product.grams()));
        line.put("giftCard", false);
        line.put("finalSale", fate == DemoOutcome.REJECTED);
        line.put("tags", product.type().equals("Electronics") ? java.util.List.of("device") : java.util.List.of());
        return line;
    }
}
