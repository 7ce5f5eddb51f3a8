package app.retour.orders;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.MailAddress;
import app.retour.orders.OrderUpsert.LineUpsert;
import app.retour.orders.OrderUpsert.OutsideRefundUpsert;
import app.retour.orders.OrderUpsert.TenderUpsert;
import app.retour.orders.rows.Limits;
import app.retour.orders.shoppers.PostalAddress;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every field of a told order, before anything is made of it. */
final class OrderCheck {
    private static final int MOST_LINES = 2_000;
    private static final int MOST_PAYMENTS = 250;
    private static final int MOST_UNITS = 100_000;

    private OrderCheck() {}

    /** @throws app.retour.kernel.Refusal with the index first in its path */
    static void check(OrderUpsert told, int index) {
        var limits = Limits.of(index);
        limits.identity(told.externalId(), "externalId");
        if (told.externalId() != null && told.externalId().isBlank()) {
            throw limits.refusal(ErrorCode.REQUIRED, "Say something here", "externalId");
        }
        limits.required(told.number(), 100, "number");
        limits.identity(told.number(), "number");
        if (told.email() != null && MailAddress.of(told.email()).isEmpty()) {
            throw limits.refusal(ErrorCode.INVALID, "This is not an e-mail address", "email");
        }
        texts(limits, told);
        limits.time(told.placedAt(), "placedAt");
        limits.time(told.fulfilledAt(), "fulfilledAt");
        limits.time(told.deliveredAt(), "deliveredAt");
        limits.time(told.canceledAt(), "canceledAt");
        amounts(limits, told);
        if (told.lines().isEmpty() || told.lines().size() > MOST_LINES) {
            throw limits.refusal(ErrorCode.INVALID, "An order has 1 to 2,000 lines", "lines");
        }
        var own = new HashSet<String>();
        for (var i = 0; i < told.lines().size(); i++) {
            line(limits.in("lines", i), told.lines().get(i), told.currency(), own);
        }
        payments(limits, told);
    }

    private static void texts(Limits limits, OrderUpsert told) {
        limits.text(told.shopperName(), Limits.LONG_TEXT, "shopperName");
        limits.text(told.shopperPhone(), Limits.LONG_TEXT, "shopperPhone");
        limits.text(told.shippingCountry(), Limits.LONG_TEXT, "shippingCountry");
        limits.text(told.channel(), Limits.LONG_TEXT, "channel");
        limits.texts(told.tags(), "tags");
        limits.texts(told.discountCodes(), "discountCodes");
        address(limits.in("shipTo"), told.shipTo());
        address(limits.in("billTo"), told.billTo());
    }

    private static void address(Limits limits, @Nullable PostalAddress told) {
        if (told != null) {
            limits.text(told.name(), Limits.LONG_TEXT, "name");
            limits.text(told.company(), Limits.LONG_TEXT, "company");
            limits.text(told.line1(), Limits.LONG_TEXT, "line1");
            limits.text(told.line2(), Limits.LONG_TEXT, "line2");
            limits.text(told.city(), Limits.LONG_TEXT, "city");
            limits.text(told.postcode(), Limits.LONG_TEXT, "postcode");
            limits.text(told.province(), Limits.LONG_TEXT, "province");
            limits.text(told.country(), Limits.LONG_TEXT, "country");
            limits.text(told.phone(), Limits.LONG_TEXT, "phone");
        }
    }

    private static void amounts(Limits limits, OrderUpsert told) {
        var currency = told.currency();
        var charges = told.charges();
        limits.money(told.subtotal(), currency, "subtotal");
        limits.money(told.discount(), currency, "discount");
        limits.money(charges.shipping(), currency, "shipping");
        limits.money(charges.shippingTax(), currency, "shippingTax");
        limits.money(charges.paymentFee(), currency, "paymentFee");
        limits.money(charges.duties(), currency, "duties");
        limits.money(charges.tips(), currency, "tips");
        limits.signed(charges.rounding(), "rounding");
        if (charges.rounding() != null) {
            limits.money(charges.rounding().abs(), currency, "rounding");
        }
        limits.money(told.taxes(), currency, "taxes");
        limits.money(told.total(), currency, "total");
        limits.money(told.refundedOutside(), currency, "refundedOutside");
        limits.fine(told.exchangeRate(), "exchangeRate");
        if (told.exchangeRate() != null && told.exchangeRate().signum() == 0) {
            throw limits.refusal(ErrorCode.INVALID, "A rate is more than 0", "exchangeRate");
        }
    }

    private static void line(Limits limits, LineUpsert line, Currency currency, Set<String> own) {
        limits.identity(line.externalId(), "externalId");
        if (line.externalId() != null && !own.add(line.externalId())) {
            throw limits.refusal(ErrorCode.TAKEN, "Another line of this order has this id", "externalId");
        }
        limits.identity(line.sku(), "sku");
        limits.required(line.title(), Limits.LONG_TEXT, "title");
        limits.text(line.variantTitle(), Limits.LONG_TEXT, "variantTitle");
        limits.whole(line.quantity(), 1, MOST_UNITS, "quantity");
        limits.whole(line.fulfilledQuantity(), 0, Integer.MAX_VALUE, "fulfilledQuantity");
        limits.fine(line.unitPrice(), "unitPrice");
        limits.amount(line.unitPrice().multiply(BigDecimal.valueOf(line.quantity())), "unitPrice");
        limits.money(line.paid(), currency, "paid");
        limits.money(line.tax(), currency, "tax");
        limits.fine(line.taxRate(), "taxRate");
        if (line.taxRate() != null && line.taxRate().compareTo(BigDecimal.valueOf(1_000)) > 0) {
            throw limits.refusal(ErrorCode.INVALID, "A rate is told in percent: 19 for 19 %", "taxRate");
        }
        limits.text(line.vendor(), Limits.LONG_TEXT, "vendor");
        limits.text(line.productType(), Limits.LONG_TEXT, "productType");
        limits.texts(line.tags(), "tags");
        limits.whole(line.weightGrams(), 0, 100_000_000, "weightGrams");
    }

    private static void payments(Limits limits, OrderUpsert told) {
        var tenders = Objects.requireNonNullElse(told.tenders(), List.<TenderUpsert>of());
        var refunds = Objects.requireNonNullElse(told.outsideRefunds(), List.<OutsideRefundUpsert>of());
        if (tenders.size() > MOST_PAYMENTS) {
            throw limits.refusal(ErrorCode.TOO_LARGE, "At most 250 of them", "tenders");
        }
        if (refunds.size() > MOST_PAYMENTS) {
            throw limits.refusal(ErrorCode.TOO_LARGE, "At most 250 of them", "outsideRefunds");
        }
        var ids = new HashSet<String>();
        for (var i = 0; i < tenders.size(); i++) {
            var at = limits.in("tenders", i);
            var tender = tenders.get(i);
            id(at, tender.id(), ids);
            at.money(tender.amount(), told.currency(), "amount");
            at.text(tender.label(), Limits.LONG_TEXT, "label");
        }
        var refundIds = new HashSet<String>();
        for (var i = 0; i < refunds.size(); i++) {
            var at = limits.in("outsideRefunds", i);
            var refund = refunds.get(i);
            id(at, refund.id(), refundIds);
            at.identity(refund.lineExternalId(), "lineExternalId");
            at.identity(refund.sku(), "sku");
            at.whole(refund.quantity(), 1, MOST_UNITS, "quantity");
            at.money(refund.amount(), told.currency(), "amount");
            if (refund.tenderId() != null && told.tenders() != null && !ids.contains(refund.tenderId())) {
                throw at.refusal(ErrorCode.INVALID, "No tender of this order has this id", "tenderId");
            }
            at.identity(refund.tenderId(), "tenderId");
        }
    }

    private static void id(Limits limits, String id, Set<String> others) {
        limits.required(id, 200, "id");
        if (!others.add(id)) {
            throw limits.refusal(ErrorCode.TAKEN, "Another one of this order has this id", "id");
        }
    }
}
