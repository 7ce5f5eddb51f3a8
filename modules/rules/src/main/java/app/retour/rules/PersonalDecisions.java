package app.retour.rules;

import static app.retour.privacy.PersonalTable.ofNoShopper;
import static app.retour.privacy.PersonalTable.ofShopper;

import app.retour.privacy.DataSubject;
import app.retour.privacy.ErasureStep;
import app.retour.privacy.PersonalData;
import app.retour.privacy.PersonalTable;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is kept of shoppers here: nothing by the law of rules, but the facts that a merchant marked personal. */
@Component
@Order(40)
class PersonalDecisions implements PersonalData, ErasureStep {
    /** As returns ask for decisions. */
    private static final String RETURN = "Return";

    private final PersonalFacts facts;

    PersonalDecisions(PersonalFacts facts) {
        this.facts = facts;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                ofShopper("rules.decision", "subject_type = 'Return' and subject_id in (:returns)")
                        .bySteps("facts")
                        .notPersonal(
                                "subject_type", "raised_guards", "outcome", "actor_kind", "actor_id", "erased_facts"),
                ofNoShopper("rules.policy_version").notPersonal("currency", "rules", "note", "actor_kind", "actor_id"),
                ofNoShopper("rules.policy_draft").notPersonal("currency", "rules", "saved_by"),
                ofNoShopper("rules.custom_fact")
                        .notPersonal("key", "type", "label", "description", "source", "attribute"),
                ofNoShopper("rules.never_supplied_fact").notPersonal("fact_key"),
                // Invented by the merchant, of nobody.
                ofNoShopper("rules.example").notPersonal("name", "facts", "expected"),
                ofNoShopper("rules.back_test")
                        .notPersonal("state", "currency", "rules", "outcomes", "unknown", "asked_by"),
                ofNoShopper("rules.back_test_change").notPersonal("live_outcome", "draft_outcome"),
                ofNoShopper("rules.shadow_run")
                        .notPersonal("state", "currency", "rules", "started_by", "outcomes", "unknown"),
                ofNoShopper("rules.shadow_judging").notPersonal("live_outcome", "draft_outcome"));
    }

    @Override
    public String name() {
        return "personal facts";
    }

    @Override
    public int erase(DataSubject subject) {
        return facts.blank(RETURN, subject.returns());
    }
}
