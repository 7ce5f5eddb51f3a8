package app.retour.rules.vocabulary;

import static app.retour.rules.vocabulary.FactType.CHOICE;
import static app.retour.rules.vocabulary.FactType.CHOICES;
import static app.retour.rules.vocabulary.FactType.COUNT;
import static app.retour.rules.vocabulary.FactType.DATE;
import static app.retour.rules.vocabulary.FactType.DAYS;
import static app.retour.rules.vocabulary.FactType.FLAG;
import static app.retour.rules.vocabulary.FactType.GRAMS;
import static app.retour.rules.vocabulary.FactType.MONEY;
import static app.retour.rules.vocabulary.FactType.PERCENT;
import static app.retour.rules.vocabulary.FactType.TEXT;
import static app.retour.rules.vocabulary.FactType.TEXTS;
import static app.retour.rules.vocabulary.UnknownWhen.DELIVERY_UNKNOWN;
import static app.retour.rules.vocabulary.UnknownWhen.HISTORY_INCOMPLETE;
import static app.retour.rules.vocabulary.UnknownWhen.NEVER;
import static app.retour.rules.vocabulary.UnknownWhen.NOT_SUPPLIED;
import static app.retour.rules.vocabulary.UnknownWhen.OTHER_CURRENCY;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The vocabulary: every fact a condition may read, with its type, its words in a sentence, what it reads, and when it is
 * unknown. This is the one place: builder, schema, trace and storage follow from it. Stored by {@link #key()}; so a
 * constant is never renamed, and one that is added is unknown in older decisions.
 */
public enum FactName implements Fact {
    ITEM_REASON(TEXT, "the reason code", "Code of the reason the shopper chose", NEVER),
    ITEM_REASON_GROUP(CHOICE, "the reason", "Group of the reason; wrong size is too small or too large", NEVER),
    ITEM_COMMENT_LENGTH(COUNT, "the comment's length", "Characters of the shopper's comment; 0 without one", NEVER),
    ITEM_QUANTITY(COUNT, "the quantity", "Units of this line that come back", NEVER),
    ITEM_UNIT_PRICE_PAID(MONEY, "the unit price paid", "Price of one unit after all discounts", OTHER_CURRENCY),
    ITEM_VALUE(MONEY, "the item's value", "What was paid for the units that come back", OTHER_CURRENCY),
    ITEM_SKU(TEXT, "the SKU", "Stock keeping unit of the variant", NOT_SUPPLIED),
    ITEM_PRODUCT_TYPE(TEXT, "the product type", "The product's type as the shop names it", NOT_SUPPLIED),
    ITEM_VENDOR(TEXT, "the vendor", "Vendor or brand of the product", NOT_SUPPLIED),
    ITEM_TAGS(TEXTS, "the product's tags", "Tags of the product", NOT_SUPPLIED),
    ITEM_WEIGHT(GRAMS, "the item's weight", "Weight of the units that come back", NOT_SUPPLIED),
    ITEM_DISCOUNT(PERCENT, "the item's discount", "Discount off the list price, all discounts together", NEVER),
    ITEM_FINAL_SALE(FLAG, "final sale", "The line was sold as final sale", NOT_SUPPLIED),
    ITEM_GIFT_CARD(FLAG, "a gift card", "The line is a gift card", NEVER),
    ITEM_DAYS_SINCE_DELIVERY(DAYS, "delivery", "Days from delivery to the first submission", DELIVERY_UNKNOWN),
    ITEM_DELIVERY_ASSUMED(
            FLAG, "an assumed delivery", "Delivery was assumed from the day of dispatch", DELIVERY_UNKNOWN),
    ITEM_DAYS_SINCE_FULFILMENT(DAYS, "dispatch", "Days from dispatch to the first submission", NOT_SUPPLIED),
    ITEM_DAYS_SINCE_ORDER(DAYS, "the order", "Days from the order to the first submission", NEVER),
    ITEM_REQUESTED_RESOLUTION(CHOICE, "the requested resolution", "What the shopper asks for", NEVER),
    ITEM_PHOTOS(COUNT, "the number of photos", "Photos the shopper gave of this item", NEVER),
    ITEM_REASON_CHANGES(
            COUNT,
            "the number of reason changes",
            "How often the shopper changed the reason in this session",
            NOT_SUPPLIED),

    ORDER_VALUE(
            MONEY,
            "the order value",
            "Line prices after all discounts, before shipping, duties, tips; tax as the shop shows prices",
            OTHER_CURRENCY),
    ORDER_TOTAL(MONEY, "the order total", "What the order cost with shipping and taxes", OTHER_CURRENCY),
    ORDER_CURRENCY(TEXT, "the order's currency", "ISO 4217 code of the order's currency", NEVER),
    ORDER_COUNTRY(TEXT, "the shipping country", "ISO 3166 code of the country shipped to", NOT_SUPPLIED),
    ORDER_TAGS(TEXTS, "the order's tags", "Tags of the order", NOT_SUPPLIED),
    ORDER_DISCOUNT_CODES(TEXTS, "the discount codes", "Discount codes used on the order", NOT_SUPPLIED),
    ORDER_TENDERS(CHOICES, "the order's payments", "Kinds of payment the order was paid with", NOT_SUPPLIED),
    ORDER_CHANNEL(TEXT, "the sales channel", "Channel the order came through", NOT_SUPPLIED),
    ORDER_GIFT(FLAG, "a gift", "The order was a gift", NOT_SUPPLIED),
    ORDER_BUSINESS(FLAG, "a business order", "The buyer is a business", NOT_SUPPLIED),
    ORDER_EARLIER_RETURNS(
            COUNT, "the number of earlier returns on the order", "Returns already made on this order", NEVER),
    ORDER_DATE(DATE, "the order date", "Local day of the order", NEVER),
    ORDER_DELIVERY_DATE(DATE, "the delivery date", "Local day of delivery", DELIVERY_UNKNOWN),

    RETURN_VALUE(MONEY, "the return's value", "What was paid for everything in this return", OTHER_CURRENCY),
    RETURN_VALUE_LEFT(MONEY, "the value left", "Order value after this return and earlier ones", OTHER_CURRENCY),
    RETURN_ITEM_COUNT(COUNT, "the number of items", "Units in this return", NEVER),
    RETURN_FULL(FLAG, "a full return", "Nothing bought on the order stays with the shopper", NEVER),
    RETURN_DATE(DATE, "the request date", "Local day of the first submission", NEVER),
    RETURN_ANY_REASON(TEXTS, "any item's reason code", "Reason codes that any item of the return has", NEVER),
    RETURN_ANY_REASON_GROUP(CHOICES, "any item's reason", "Reason groups that any item of the return has", NEVER),
    RETURN_EVERY_REASON(TEXTS, "every item's reason code", "Reason code that every item shares; else none", NEVER),
    RETURN_EVERY_REASON_GROUP(CHOICES, "every item's reason", "Reason group that every item shares; else none", NEVER),

    SHOPPER_TAGS(TEXTS, "the shopper's tags", "Tags of the shopper, VIP for example", NOT_SUPPLIED),
    SHOPPER_ORDERS(COUNT, "the number of lifetime orders", "Orders of the shopper, this one too", HISTORY_INCOMPLETE),
    SHOPPER_SPEND(MONEY, "the lifetime spend", "Order values of the shopper together", HISTORY_INCOMPLETE),
    SHOPPER_RETURNS_90_DAYS(
            COUNT, "the number of returns in 90 days", "Returns in the 90 days before this one", HISTORY_INCOMPLETE),
    SHOPPER_RETURN_RATE(PERCENT, "the return rate", "Units returned of units bought", HISTORY_INCOMPLETE),
    SHOPPER_AUTO_APPROVALS(
            COUNT,
            "the number of automatic approvals",
            "Other returns of the shopper that rules alone approved, in the days the guards count (30 unless changed)",
            NEVER),
    SHOPPER_AUTO_APPROVED_VALUE(
            MONEY,
            "the value approved automatically",
            "What was paid for the goods of those approvals, without this return",
            OTHER_CURRENCY),
    SHOPPER_BLOCKED(FLAG, "a blocked shopper", "Staff blocked automatic approvals for the shopper", NEVER),
    SHOPPER_FIRST_ORDER(FLAG, "a first order", "This is the shopper's first order", HISTORY_INCOMPLETE),

    LEGAL_BASIS(CHOICE, "the legal basis", "On what ground the goods come back", NOT_SUPPLIED);

    private static final Map<String, FactName> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(FactName::key, Function.identity()));

    private final String key;
    private final FactType type;
    private final String label;
    private final String description;
    private final UnknownWhen unknownWhen;

    FactName(FactType type, String label, String description, UnknownWhen unknownWhen) {
        this.type = type;
        this.label = label;
        this.description = description;
        this.unknownWhen = unknownWhen;
        var words = name().split("_");
        this.key = Stream.concat(
                        Stream.of(words[0].toLowerCase(Locale.ROOT) + ".", words[1].toLowerCase(Locale.ROOT)),
                        Arrays.stream(words)
                                .skip(2)
                                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining());
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public FactType type() {
        return type;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public String unknownWords() {
        return unknownWhen.words();
    }

    @Override
    public List<FactOption> options() {
        return switch (this) {
            case ITEM_REASON_GROUP, RETURN_ANY_REASON_GROUP, RETURN_EVERY_REASON_GROUP -> FactOption.REASON_GROUPS;
            case ITEM_REQUESTED_RESOLUTION -> FactOption.RESOLUTIONS;
            case ORDER_TENDERS -> FactOption.TENDERS;
            case LEGAL_BASIS -> FactOption.LEGAL_BASES;
            default -> List.of();
        };
    }

    public static Optional<FactName> byKey(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }
}
