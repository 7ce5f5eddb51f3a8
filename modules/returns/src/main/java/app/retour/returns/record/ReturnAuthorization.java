package app.retour.returns.record;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.returns.eligibility.WithdrawalPeriod;
import app.retour.returns.events.ReturnId;
import app.retour.tenants.tenancy.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A shopper's request, and the merchant's promise about it. Its decision is its items'; it keeps what all share. */
@Entity
@Table(schema = "returns", name = "return_authorization")
public class ReturnAuthorization extends TenantOwned {
    private @Nullable String rmaNumber;
    private String slipCode;
    private UUID orderId;
    private String orderNumber;
    private @Nullable UUID shopperId;
    private String currency;
    private Instant requestedAt;
    private @Nullable UUID policyVersion;
    private boolean withdrawalFixed;
    private @Nullable LocalDate withdrawalUntil;
    private long steps;
    private List<String> tags = List.of();
    private @Nullable String team;
    private @Nullable String assignee;
    private int priority;
    private @Nullable Instant waitUntil;
    private @Nullable Instant releasedAt;
    private @Nullable Instant approvedAt;
    private @Nullable Instant closedAt;
    private @Nullable Instant forgottenAt;
    private @Nullable String closedBecause;
    private @Nullable Instant erasedAt;

    protected ReturnAuthorization() {}

    public ReturnAuthorization(
            String rmaNumber,
            String slipCode,
            UUID orderId,
            String orderNumber,
            @Nullable UUID shopperId,
            Currency currency,
            Instant requestedAt) {
        this(slipCode, orderId, orderNumber, shopperId, currency, requestedAt);
        isNumbered(rmaNumber);
    }

    /** One that has no number before it is saved; see {@link #isNumbered}. */
    public ReturnAuthorization(
            String slipCode,
            UUID orderId,
            String orderNumber,
            @Nullable UUID shopperId,
            Currency currency,
            Instant requestedAt) {
        this.slipCode = slipCode;
        this.orderId = orderId;
        this.orderNumber = orderNumber;
        this.shopperId = shopperId;
        this.currency = currency.getCurrencyCode();
        this.requestedAt = requestedAt;
    }

    /**
     * Once, before it is saved.
     *
     * @throws IllegalStateException when it has a number
     */
    public void isNumbered(String rma) {
        if (rmaNumber != null) {
            throw new IllegalStateException("Return %s has its number".formatted(rmaNumber));
        }
        rmaNumber = rma;
    }

    /** Whoever bought it was erased before. */
    public void isOfNobody(Instant since) {
        erasedAt = since;
    }

    public boolean isErased() {
        return erasedAt != null;
    }

    /** @throws Refusal WRONG_STATE: what is of nobody any more takes nothing that would tell who it was */
    public void requireNotErased(String... field) {
        if (isErased()) {
            throw new Refusal(
                    ErrorCode.WRONG_STATE,
                    "Whoever asked for return %s was erased; nothing more of them is kept".formatted(rmaNumber),
                    field);
        }
    }

    ReturnId returnId() {
        return new ReturnId(id());
    }

    public String rmaNumber() {
        return Objects.requireNonNull(rmaNumber, "It is numbered when it is saved");
    }

    public String slipCode() {
        return slipCode;
    }

    public UUID orderId() {
        return orderId;
    }

    public String orderNumber() {
        return orderNumber;
    }

    @Nullable
    public UUID shopperId() {
        return shopperId;
    }

    public Currency currency() {
        return Currency.getInstance(currency);
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    /**
     * Fixes until when the shopper may withdraw; what is told later only makes it longer.
     *
     * @param known by what is known at this judging
     */
    public WithdrawalPeriod withdrawBy(WithdrawalPeriod known) {
        var period = withdrawalFixed ? known.neverBefore(new WithdrawalPeriod(withdrawalUntil)) : known;
        withdrawalFixed = true;
        withdrawalUntil = period.until();
        return period;
    }

    /** The policy that judged it first; it is judged by that one ever after. */
    @Nullable
    public UUID policyVersion() {
        return policyVersion;
    }

    public List<String> tags() {
        return tags;
    }

    @Nullable
    String team() {
        return team;
    }

    @Nullable
    String assignee() {
        return assignee;
    }

    int priority() {
        return priority;
    }

    @Nullable
    public Instant waitUntil() {
        return waitUntil;
    }

    @Nullable
    Instant releasedAt() {
        return releasedAt;
    }

    @Nullable
    public Instant approvedAt() {
        return approvedAt;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    public boolean isClosed() {
        return closedAt != null;
    }

    /** The number of the next step; counting is what makes the version rise with every change. It is not over yet. */
    long nextStep() {
        forgottenAt = null;
        return ++steps;
    }

    public void judgedBy(UUID version) {
        policyVersion = version;
    }

    public void routeTo(List<String> newTags, @Nullable String newTeam, @Nullable String newAssignee, int newPriority) {
        tags = List.copyOf(newTags);
        team = newTeam;
        assignee = assignee == null ? newAssignee : assignee;
        priority = newPriority;
    }

    public void assignTo(@Nullable String person) {
        assignee = person;
    }

    /** Approved items wait for the rest until then. */
    public void waitUntil(Instant then) {
        waitUntil = then;
    }

    /** Approved items go ahead. */
    public void release(Instant now) {
        waitUntil = null;
        releasedAt = now;
        approvedAt = approvedAt == null ? now : approvedAt;
    }

    public void close(String because, Instant now) {
        closedAt = now;
        closedBecause = because;
        waitUntil = null;
    }

    @Nullable
    String closedBecause() {
        return closedBecause;
    }
}
