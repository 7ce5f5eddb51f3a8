package app.retour.rules.publishing;

import app.retour.rules.customfacts.CustomFacts;
import app.retour.rules.policy.PolicyVersionId;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that was ever published; {@link PolicyDrafts} publishes. */
@Service
@Transactional
public class PolicyVersions {
    private final StoredVersions published;
    private final LivePolicy live;
    private final CustomFacts customFacts;

    PolicyVersions(StoredVersions published, LivePolicy live, CustomFacts customFacts) {
        this.published = published;
        this.live = live;
        this.customFacts = customFacts;
    }

    /** Newest first. */
    public Window<PolicyVersion> all(ScrollPosition position, int limit) {
        var newest = newest();
        var vocabulary = customFacts.vocabulary();
        return published
                .findAllBy(position, Limit.of(limit), Sort.by("number").descending())
                .map(row -> row.snapshot(newest, vocabulary));
    }

    public Optional<PolicyVersion> find(PolicyVersionId id) {
        return published.findById(id.value()).map(this::told);
    }

    /** By the number that people know it by. */
    public Optional<PolicyVersion> numbered(int number) {
        var newest = newest();
        return published.findByNumber(number).map(row -> row.snapshot(newest, customFacts.vocabulary()));
    }

    private PolicyVersion told(StoredVersion row) {
        return row.snapshot(newest(), customFacts.vocabulary());
    }

    /** A shop that never published anything has version 0, which is then put on record. */
    private int newest() {
        return live.currentOnRecord().number();
    }
}
