package app.retour.rules.publishing;

import app.retour.api.Caller;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.rules.analysis.PolicyAnalysis;
import app.retour.rules.customfacts.CustomFacts;
import app.retour.rules.documents.DocumentPart;
import app.retour.rules.evaluation.CompiledPolicy;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.PolicyVersionId;
import app.retour.rules.policy.RuleChange;
import app.retour.rules.vocabulary.Vocabulary;
import app.retour.tenants.audit.Audit;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The life of a policy: written as a draft, published as a version that never changes. */
@Service
public class PolicyDrafts {
    private static final int LONGEST_NOTE = 500;

    private final StoredDrafts drafts;
    private final StoredVersions published;
    private final LivePolicy live;
    private final WrittenRules written;
    private final CustomFacts customFacts;
    private final PolicyAnalyses analyses;
    private final Examples examples;
    private final PublishApproval publishApproval;
    private final List<DraftFollower> followers;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transactions;

    PolicyDrafts(
            StoredDrafts drafts,
            StoredVersions published,
            LivePolicy live,
            WrittenRules written,
            CustomFacts customFacts,
            PolicyAnalyses analyses,
            Examples examples,
            PublishApproval publishApproval,
            List<DraftFollower> followers,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.drafts = drafts;
        this.published = published;
        this.live = live;
        this.written = written;
        this.customFacts = customFacts;
        this.analyses = analyses;
        this.examples = examples;
        this.publishApproval = publishApproval;
        this.followers = followers;
        this.audit = audit;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** The draft, if anybody changed anything since the last publishing. */
    public Optional<PolicyDraft> current() {
        return run(() -> drafts.findFirstBy().map(draft -> draft.snapshot(vocabulary())));
    }

    public PolicyVersion live() {
        return run(() -> {
            var newest = newest();
            return newest.snapshot(newest.number(), vocabulary());
        });
    }

    /**
     * Saves the whole draft.
     *
     * @param version of the draft that was loaded, 0 when there was none
     * @throws Refusal STALE, or with the path of the first mistake
     */
    public PolicyDraft save(int version, @Nullable Object rules) {
        var policy = written.read(rules);
        return changing(() -> write(version, policy));
    }

    /** @throws Refusal STALE */
    public void discard(int version) {
        changing(() -> {
            drafts.delete(required(version));
            drafts.flush();
            followers.forEach(follower -> follower.draftIsDiscarded(clock.instant()));
            audit.record("policy.discarded", "Policy", null, Map.of());
            return version;
        });
    }

    /**
     * A draft about to be published.
     *
     * @param findings of its analysis, counted: they are told, not refused
     */
    public record Analysed(int version, Map<String, Long> findings) {}

    /**
     * Analyses the draft, which may take seconds: refused inside a transaction, since rows would be locked meanwhile.
     *
     * @throws Refusal STALE; WRONG_STATE when there is no draft
     */
    @Transactional(propagation = Propagation.NEVER)
    public Analysed analysed(int version) {
        var policy = run(() -> required(version).policy(vocabulary()));
        return new Analysed(
                version,
                PolicyAnalysis.of(policy, analyses.constraints(), PolicyAnalysis.MOST_TIME)
                        .counts());
    }

    /**
     * Makes the draft the live version.
     *
     * @throws Refusal STALE; WRONG_STATE when there is no draft, an example does not hold, or four eyes are wanted and
     *     these are the same two; REQUIRED or TOO_LARGE for the note
     */
    public PolicyVersion publish(Analysed analysed, String note) {
        var told = DocumentPart.root(note, "note").text(LONGEST_NOTE);
        return changing(() -> {
            var draft = required(analysed.version());
            publishApproval.requireAnotherThan(draft.savedBy());
            var policy = draft.policy(vocabulary());
            examples.requireAll(CompiledPolicy.of(policy), vocabulary());
            var number = newest().number() + 1;
            var actor = Caller.current().actor();
            var row =
                    published.saveAndFlush(new StoredVersion(Ids.next(), number, policy, told, clock.instant(), actor));
            live.renew();
            drafts.delete(draft);
            drafts.flush();
            followers.forEach(follower -> follower.draftIsPublished(clock.instant()));
            audit.record(
                    "policy.published",
                    "PolicyVersion",
                    row.id().toString(),
                    Map.of("number", number, "note", told, "findings", analysed.findings()));
            return row.snapshot(number, vocabulary());
        });
    }

    /**
     * Puts an older version into the draft.
     *
     * @param version of the draft that would be replaced, 0 when there is none
     * @throws Refusal STALE; NOT_FOUND
     */
    public PolicyDraft revert(PolicyVersionId id, int version) {
        return changing(() -> write(version, live.version(id).policy()));
    }

    /**
     * What changed from a version to another, or to the draft, rule by rule.
     *
     * @param from null for the live version
     * @param to null for the draft; without one there is no change
     * @throws Refusal NOT_FOUND
     */
    public List<RuleChange> changes(@Nullable PolicyVersionId from, @Nullable PolicyVersionId to) {
        return run(() -> {
            var older = from == null ? live.current() : live.version(from);
            var draft = drafts.findFirstBy();
            var newer = to != null
                    ? live.version(to).policy().rules()
                    : draft.map(one -> one.policy(vocabulary()).rules())
                            .orElse(older.policy().rules());
            return RuleChange.between(older.policy().rules(), newer);
        });
    }

    /** The rules of the version named, or of the draft, or of the live version without one. */
    Policy policy(@Nullable PolicyVersionId version) {
        return run(() -> {
            var draft = drafts.findFirstBy();
            return version != null
                    ? live.version(version).policy()
                    : draft.map(one -> one.policy(vocabulary()))
                            .orElseGet(() -> live.current().policy());
        });
    }

    private Vocabulary vocabulary() {
        return customFacts.vocabulary();
    }

    private PolicyDraft write(int version, Policy policy) {
        var draft = drafts.findFirstBy().orElse(null);
        if (draft == null) {
            if (version != 0) {
                throw StoredDraft.stale();
            }
            return drafts.saveAndFlush(new StoredDraft(
                            Ids.next(),
                            policy,
                            clock.instant(),
                            Caller.current().actor().id()))
                    .snapshot(vocabulary());
        }
        draft.requireRevision(version);
        draft.rewrite(policy, clock.instant(), Caller.current().actor().id());
        return drafts.saveAndFlush(draft).snapshot(vocabulary());
    }

    private StoredDraft required(int version) {
        var draft = drafts.findFirstBy()
                .orElseThrow(() -> new Refusal(ErrorCode.WRONG_STATE, "There is no draft; change something first"));
        draft.requireRevision(version);
        return draft;
    }

    private StoredVersion newest() {
        return published.findFirstByOrderByNumberDesc().orElseGet(() -> {
            var first = live.currentOnRecord().id();
            return published.findById(first.value()).orElseThrow();
        });
    }

    /** Of two that change at once, one wins and the other is told. */
    private <T> T changing(Supplier<T> change) {
        try {
            return run(change);
        } catch (OptimisticLockingFailureException | DataIntegrityViolationException faster) {
            throw StoredDraft.stale();
        }
    }

    private <T> T run(Supplier<T> action) {
        return Objects.requireNonNull(transactions.execute(_ -> action.get()));
    }
}
