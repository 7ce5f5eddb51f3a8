package app.retour.rules.analysis;

import static app.retour.rules.analysis.FactConstraints.addKnownTogether;
import static app.retour.rules.analysis.FactConstraints.all;
import static app.retour.rules.analysis.FactConstraints.any;
import static app.retour.rules.analysis.FactConstraints.never;
import static app.retour.rules.analysis.FactConstraints.none;
import static app.retour.rules.analysis.FactConstraints.number;
import static app.retour.rules.analysis.FactConstraints.test;
import static app.retour.rules.analysis.FactConstraints.unknown;
import static app.retour.rules.vocabulary.FactName.ITEM_DAYS_SINCE_DELIVERY;
import static app.retour.rules.vocabulary.FactName.ITEM_REASON_GROUP;
import static app.retour.rules.vocabulary.FactName.LEGAL_BASIS;
import static app.retour.rules.vocabulary.FactName.ORDER_BUSINESS;
import static app.retour.rules.vocabulary.FactName.ORDER_COUNTRY;

import app.retour.rules.policy.Condition;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.LegalBasis;
import app.retour.rules.vocabulary.Operator;
import java.util.List;
import java.util.stream.Stream;

/** The part of {@link FactConstraints} that says on what ground goods come back. */
final class LegalConstraints {
    private static final List<String> CONFORMITY_REASONS = List.of("DEFECT", "WRONG_ITEM", "DAMAGED_IN_TRANSIT");
    private static final List<String> OTHER_REASONS = List.of("SIZE", "CHANGED_MIND", "OTHER");

    private LegalConstraints() {}

    /** As {@code LegalGrounds} in the module of returns finds the basis. */
    static void addTo(List<FactConstraint> all) {
        addKnownTogether(all, LEGAL_BASIS, ORDER_COUNTRY);
        var country = new Condition.Test(
                ORDER_COUNTRY,
                Operator.ONE_OF,
                texts(LegalBasis.COUNTRIES.stream().sorted()));
        var business = test(ORDER_BUSINESS, Operator.EQUALS, new FactValue.Flag(true));
        var isConsumer = all(country, any(none(business), unknown(ORDER_BUSINESS)));
        var isConformity = new Condition.Test(ITEM_REASON_GROUP, Operator.ONE_OF, texts(CONFORMITY_REASONS.stream()));
        var isOther = new Condition.Test(ITEM_REASON_GROUP, Operator.ONE_OF, texts(OTHER_REASONS.stream()));
        var isLate = test(ITEM_DAYS_SINCE_DELIVERY, Operator.GREATER_THAN, number(LegalBasis.WITHDRAWAL_DAYS));
        var inTime = any(none(isLate), unknown(ITEM_DAYS_SINCE_DELIVERY));
        all.add(never(
                "only consumers of the EU, the EEA and the UK have statutory rights",
                any(none(country), business),
                none(is(LegalBasis.GOODWILL))));
        all.add(never(
                "defects of consumers are a matter of conformity",
                isConsumer,
                isConformity,
                none(is(LegalBasis.CONFORMITY))));
        all.add(never("only defects are a matter of conformity", isOther, is(LegalBasis.CONFORMITY)));
        // Later than that it may be either: a weekend, a holiday or a parcel that is still to come makes the time
        // longer.
        all.add(never("consumers may withdraw in time", isConsumer, isOther, inTime, none(is(LegalBasis.WITHDRAWAL))));
    }

    private static Condition is(LegalBasis basis) {
        return test(LEGAL_BASIS, Operator.EQUALS, new FactValue.Text(basis.name()));
    }

    private static List<FactValue> texts(Stream<String> texts) {
        return texts.<FactValue>map(FactValue.Text::new).toList();
    }
}
