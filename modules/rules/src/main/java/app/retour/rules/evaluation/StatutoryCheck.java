package app.retour.rules.evaluation;

import app.retour.rules.analysis.Finding;
import app.retour.rules.policy.Effects;
import app.retour.rules.policy.Fee;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.ReturnShipping;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.LegalBasis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The last word of the law: no rule refuses or charges what a consumer has a right to. A refusal or a charge becomes a
 * review, and the charge is taken off. A withdrawal is not even held up by guards. Looks only where the legal basis is known to be withdrawal or conformity.
 */
public record StatutoryCheck(boolean isStatutory, boolean isWithdrawal, boolean isConformity, String right) {
    /** @param needsPerson whether it stops an automatic decision */
    public record Finding(String words, boolean needsPerson) {}

    public static StatutoryCheck of(Facts facts) {
        var basis = facts.get(FactName.LEGAL_BASIS) instanceof FactValue.Text(var text)
                ? LegalBasis.valueOf(text)
                : LegalBasis.GOODWILL;
        return new StatutoryCheck(
                basis.isStatutory(),
                basis == LegalBasis.WITHDRAWAL,
                basis == LegalBasis.CONFORMITY,
                basis.name().toLowerCase(Locale.ROOT));
    }

    public List<Finding> findings(Outcome outcome, Effects effects) {
        var findings = new ArrayList<Finding>();
        if (isStatutory && outcome == Outcome.REJECT) {
            findings.add(new Finding(
                    "Review instead of rejection, because %s is a statutory right that rules never refuse"
                            .formatted(right),
                    true));
        }
        if (isStatutory && effects.fee().isCharged()) {
            findings.add(new Finding(
                    "Review and no fee, because rules never charge for the statutory right of %s".formatted(right),
                    true));
        }
        if (isConformity && effects.returnShipping() != ReturnShipping.MERCHANT) {
            findings.add(
                    effects.returnShipping() == null
                            ? new Finding("The merchant pays the way back, because it is a case of conformity", false)
                            : new Finding(
                                    "Review, and the merchant pays the way back, because rules never charge for conformity",
                                    true));
        }
        return findings;
    }

    /** The effects without the charges that the law forbids. */
    Effects relieved(Effects effects) {
        var relieved = isStatutory ? effects.charging(new Fee.Waived()) : effects;
        return isConformity ? relieved.shippedBy(ReturnShipping.MERCHANT) : relieved;
    }
}
