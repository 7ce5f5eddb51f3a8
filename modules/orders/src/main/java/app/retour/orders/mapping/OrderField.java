package app.retour.orders.mapping;

/** What a column of a file of orders may tell. */
public enum OrderField {
    NUMBER(Part.ORDER, "Order number", "What shoppers call the order; rows with the same number are one order."),
    EXTERNAL_ID(Part.ORDER, "Shop's own id", "Only where it is another one than the number."),
    PLACED_AT(Part.ORDER, "Date of the order", ""),
    STATUS(Part.ORDER, "Status", "Says whether it was paid, shipped or canceled: completed, processing, cancelled …"),
    PAYMENT_STATUS(Part.ORDER, "Payment status", "Where it stands apart from the status: paid, pending …"),
    PAYMENT_METHOD(Part.ORDER, "Payment method", "Refunds go back this way."),
    FULFILLED_AT(Part.ORDER, "Shipped on", "Without it or a status, an order counts as not shipped."),
    DELIVERED_AT(Part.ORDER, "Delivered on", ""),
    CANCELED_AT(Part.ORDER, "Canceled on", ""),
    CURRENCY(Part.ORDER, "Currency", "A code like EUR."),
    CHANNEL(Part.ORDER, "Sales channel", ""),
    TAGS(Part.ORDER, "Order tags", "Parted by commas."),
    DISCOUNT_CODES(Part.ORDER, "Discount codes", "Parted by commas."),

    EMAIL(Part.SHOPPER, "E-mail", "Shoppers open their order with it."),
    NAME(Part.SHOPPER, "Name", ""),
    FIRST_NAME(Part.SHOPPER, "First name", ""),
    LAST_NAME(Part.SHOPPER, "Last name", ""),
    PHONE(Part.SHOPPER, "Phone", ""),

    TOTAL(Part.SUMS, "Order total", "What the shopper paid in all."),
    SUBTOTAL(Part.SUMS, "Subtotal", "All products, without shipping."),
    DISCOUNT(Part.SUMS, "Order discount", "Shared out over the products."),
    SHIPPING(Part.SUMS, "Shipping", ""),
    SHIPPING_TAX(Part.SUMS, "Tax on shipping", ""),
    TAXES(Part.SUMS, "Taxes", "All of the order's tax."),
    PAYMENT_FEE(Part.SUMS, "Payment fee", ""),
    ROUNDING(Part.SUMS, "Cash rounding", "May be below zero."),
    DUTIES(Part.SUMS, "Duties", ""),
    TIPS(Part.SUMS, "Tip", ""),
    REFUNDED(Part.SUMS, "Refunded already", "What was given back before."),

    SHIP_NAME(Part.ADDRESS, "Shipped to: name", ""),
    SHIP_FIRST_NAME(Part.ADDRESS, "Shipped to: first name", ""),
    SHIP_LAST_NAME(Part.ADDRESS, "Shipped to: last name", ""),
    SHIP_COMPANY(Part.ADDRESS, "Shipped to: company", ""),
    SHIP_STREET(Part.ADDRESS, "Shipped to: street", ""),
    SHIP_STREET_2(Part.ADDRESS, "Shipped to: second line", ""),
    SHIP_CITY(Part.ADDRESS, "Shipped to: city", ""),
    SHIP_POSTCODE(Part.ADDRESS, "Shipped to: postcode", "Opens the order where there is no e-mail."),
    SHIP_PROVINCE(Part.ADDRESS, "Shipped to: state or province", ""),
    SHIP_COUNTRY(Part.ADDRESS, "Shipped to: country", "A code like DE, or its English name."),
    BILL_CITY(Part.ADDRESS, "Billed to: city", ""),
    BILL_POSTCODE(Part.ADDRESS, "Billed to: postcode", ""),
    BILL_COUNTRY(Part.ADDRESS, "Billed to: country", ""),

    ITEMS(Part.PRODUCTS, "All products in one cell", "Where a row is a whole order."),
    LINE_ID(Part.PRODUCTS, "Line's own id", ""),
    TITLE(Part.PRODUCTS, "Product", "Its name."),
    VARIANT(Part.PRODUCTS, "Variant", "Size, colour."),
    SKU(Part.PRODUCTS, "SKU", "Joins with your products file."),
    QUANTITY(Part.PRODUCTS, "Quantity", ""),
    UNIT_PRICE(Part.PRODUCTS, "Price of one", "Before discounts."),
    LINE_TOTAL(Part.PRODUCTS, "Line total", "For all pieces, after discounts."),
    LINE_DISCOUNT(Part.PRODUCTS, "Line discount", "For all pieces of the line."),
    LINE_TAX(Part.PRODUCTS, "Line tax", "For all pieces of the line."),
    TAX_RATE(Part.PRODUCTS, "Tax rate", "In percent."),
    SHIPPED_QUANTITY(Part.PRODUCTS, "Quantity shipped", ""),
    VENDOR(Part.PRODUCTS, "Vendor", ""),
    PRODUCT_TYPE(Part.PRODUCTS, "Product type", ""),
    NEEDS_SHIPPING(Part.PRODUCTS, "Is shipped", "Yes or no; tells a tip from goods."),
    TAXABLE(Part.PRODUCTS, "Is taxed", "Yes or no; tells a tip from goods.");

    /** What belongs together on the screen. */
    public enum Part {
        ORDER,
        SHOPPER,
        PRODUCTS,
        SUMS,
        ADDRESS
    }

    private final Part part;
    private final String label;
    private final String help;

    OrderField(Part part, String label, String help) {
        this.part = part;
        this.label = label;
        this.help = help;
    }

    public Part part() {
        return part;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /** What to know of it; may be empty. */
    public String help() {
        return help;
    }
}
