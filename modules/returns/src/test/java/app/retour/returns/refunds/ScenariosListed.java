package app.retour.returns.refunds;

import app.retour.returns.settings.Reason;
import java.util.LinkedHashMap;
import java.util.Map;

/** Scenarios that do not run beside the others, each with the reason. */
final class ScenariosListed {
    private static final String FEATURE = "A feature that Retour does not have: ";
    private static final String STOCK = FEATURE + "it keeps no stock; a disposition tells the shop's own system";

    private final Map<String, Reason> all = new LinkedHashMap<>();

    private ScenariosListed() {}

    /** Why a scenario does not run here. */
    sealed interface Reason {}

    /** Another test holds it. */
    record Elsewhere(String module, String name, String method) implements Reason {}

    /** The product decided otherwise, in this sentence. */
    record ByPolicy(String sentence) implements Reason {}

    record Missing(String because) implements Reason {}

    static Map<String, Reason> all() {
        var listed = new ScenariosListed();
        listed.elsewhere();
        listed.byPolicy();
        listed.missing();
        return listed.all;
    }

    private void put(String id, Reason reason) {
        if (all.put(id, reason) != null) {
            throw new AssertionError(id + " is listed twice");
        }
    }

    private void elsewhere() {
        put("M25", new Elsewhere("returns", "HeadlineTableTests", "everyCombinationOfFactsGetsTheFirstRowThatHolds"));
        put("R25", new Elsewhere("returns", "ReturnsOverGraphQlTests", "aShopperSeesNothingOfAnotherOrder"));
        put("P1", document("p1TwoPartsOfTwoLines"));
        put("P5", document("p5AVoucherLowersTheGoodsAtTheirRateAndLeavesTheShippingAlone"));
        put("P9", document("p9FinerThanACentIsRoundedForEachLine"));
        put("O11", new Elsewhere("notifications", "NotificationPlannerTests", "hearingTwiceChangesNothing"));
    }

    private static Elsewhere document(String method) {
        return new Elsewhere("returns", "RefundDocumentToTheCentTests", method);
    }

    private void byPolicy() {
        var typed = "A clear, typed error that names the field and what would be accepted";
        put("S39", new ByPolicy(typed));
        put("P11", new ByPolicy(typed));
        put("A25", new ByPolicy(typed));
        put("O1", new ByPolicy(typed));
        put("D49", new ByPolicy(typed));
        put("D7", new ByPolicy("BigDecimal, ISO minor units, JPY and KWD included"));
        put("D27", new ByPolicy("\"within 30 days\" includes all of day 30"));
        put("D31", new ByPolicy("not yet paid: \"reduces your bill\", nothing issued"));
        put("D33", new ByPolicy("Resolution = what the shopper asks for: refund | exchange | store credit"));
        put("P17", new ByPolicy("Resolution = what the shopper asks for: refund | exchange | store credit"));
        put("M19", new ByPolicy("refuses a wrong starting state with a clear error"));
        put("P23", new ByPolicy("Only facts of life block an item"));
        put("R1", new ByPolicy("a fact to rules, no obstacle of its own"));
        put("R3", new ByPolicy("a fact to rules, no obstacle of its own"));
        put("A9", new ByPolicy("an unknown outcome stays `ISSUING` until reconciled"));
        put("D45", new ByPolicy("Items keep their own decision"));
        put("D47", new ByPolicy("Wrong item = expected missing + unexpected present, linked"));
    }

    private void missing() {
        for (var id : new String[] {"D15", "M17", "P3", "P21", "F3"}) {
            put(id, new Missing(STOCK));
        }
        put(
                "D19",
                new Missing(FEATURE + "units that never come are missing, or kept by a rule; no other ends of them"));
        put("M11", new Missing(FEATURE + "a replacement is a task for the team, and becomes no line of the order"));
        put("M23", new Missing(FEATURE + "an exchange is for the same price and has no charges of its own"));
        put("A1", new Missing(FEATURE + "the shop keeps its orders' payment status; Retour reads it"));
        put("R17", new Missing(FEATURE + "no rule vetoes a refund at the moment of paying; the guard does"));
        put("O5", new Missing(FEATURE + "a refund that is paid does not change; before, it is adjusted or given up"));
        put("O9", new Missing(FEATURE + "a refund that a person gave up stays given up (issue 8, section 1)"));
        put("O13", new Missing(FEATURE + "Retour counts units, not invoices"));
    }
}
