package app.retour.tenants.audit;

import app.retour.api.Caller;
import app.retour.kernel.Actor;
import app.retour.kernel.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who did what, on record for good: entries are added in the transaction of what they tell, never changed. */
@Service
@Transactional
public class Audit {
    private final AuditRecords records;
    private final Clock clock;

    Audit(AuditRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /**
     * Puts an action of the caller of the moment on record.
     *
     * @param action noun and past participle, for example {@code policy.published}
     * @param detail values that are no personal data; JSON can carry them
     */
    public void record(String action, String subjectType, @Nullable String subjectId, Map<String, ?> detail) {
        var actor = Caller.current().actor();
        records.save(new AuditRecord(
                Ids.next(), clock.instant(), actor, action, subjectType, subjectId, Map.copyOf(detail)));
    }

    /** What was done before a tenant was known, see {@code AccountEvents}. The same id is the same entry. */
    void pass(UUID id, Instant at, Actor actor, String action, String subjectId, Map<String, ?> detail) {
        if (!records.existsById(id)) {
            records.save(new AuditRecord(id, at, actor, action, "Person", subjectId, Map.copyOf(detail)));
        }
    }

    /** Entries, newest first, of those that fit every given word; null fits all. */
    @Transactional(readOnly = true)
    public Window<AuditEntry> list(AuditSearch search, ScrollPosition position, int limit) {
        return records.findBy(
                        fitting(search),
                        found -> found.limit(limit)
                                .sortBy(Sort.by("id").descending())
                                .scroll(position))
                .map(AuditRecord::snapshot);
    }

    @Transactional(readOnly = true)
    public Optional<AuditEntry> find(UUID id) {
        return records.findById(id).map(AuditRecord::snapshot);
    }

    private static Specification<AuditRecord> fitting(AuditSearch search) {
        return Specification.allOf(
                is("action", search.action()),
                is("subjectType", search.subjectType()),
                is("subjectId", search.subjectId()),
                is("actorId", search.actorId()));
    }

    private static Specification<AuditRecord> is(String attribute, @Nullable String asked) {
        return (root, _, builder) -> asked == null ? builder.conjunction() : builder.equal(root.get(attribute), asked);
    }
}
