package app.retour.rules;

import app.retour.rules.customfacts.CustomFacts;
import app.retour.rules.policy.Policy;
import app.retour.tenants.tenancy.TenantContext;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the merchant's personal facts out of stored decisions. What was decided stands; a decision whose rules read such a
 * fact can be recomputed no more, and says so.
 */
@Service
@Transactional
public class PersonalFacts {
    private final CustomFacts facts;
    private final JdbcClient jdbc;

    PersonalFacts(CustomFacts facts, JdbcClient jdbc) {
        this.facts = facts;
        this.jdbc = jdbc;
    }

    /**
     * @param subjectType as decisions were asked for
     * @return how many values were taken out; the same again finds none
     */
    public int blank(String subjectType, Collection<UUID> subjects) {
        var blanked = 0;
        if (subjects.isEmpty()) {
            return blanked;
        }
        for (var fact : facts.all()) {
            if (fact.personal()) {
                blanked += jdbc.sql("""
                                update rules.decision
                                set facts = jsonb_set(facts, array[:key], (facts -> :key) || '{"value": null}'),
                                    erased_facts = array_append(erased_facts, :key)
                                where tenant_id = :tenant and subject_type = :type and subject_id in (:subjects)
                                  and facts -> :key ->> 'value' is not null
                                """)
                        .param("key", fact.key())
                        .param("tenant", TenantContext.current().value())
                        .param("type", subjectType)
                        .param("subjects", subjects)
                        .update();
            }
        }
        return blanked;
    }

    /** Whether rules read one of these facts, so that without it nobody can say any more how they decided. */
    static boolean areReadBy(Policy policy, Collection<String> erased) {
        return !erased.isEmpty() && policy.customFacts().anyMatch(fact -> erased.contains(fact.key()));
    }
}
