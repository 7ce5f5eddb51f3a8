package app.retour.mail.queue;

import app.retour.mail.journal.JournalEntry;
import java.sql.Types;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A table of mails as a queue. A mail belongs to the worker that claimed it until its lease runs out; that a server may have it
 * is noted before its end is said, so that no other worker sends it again. Each step is a short transaction, of its own unless
 * there is one; the time is the database's, since the clocks of replicas may differ.
 */
public final class LeaseQueue {
    static final String TAKEN = "A worker has taken it";
    static final String BEING_TOLD = "It is being told to the mail server";
    static final String TOLD = "The mail server was told all of it and has not answered";
    static final String UNKNOWN_OUTCOME = "Unknown whether it was sent: the worker stopped between telling the mail"
            + " server all of it and hearing the answer. It is not sent again by itself";
    static final String PUT_BACK =
            "The worker stopped before the mail server had all of it. It waits for its turn again";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final QueueTable table;
    private final Duration lease;
    private final @Nullable Supplier<UUID> tenant;

    private LeaseQueue(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            QueueTable table,
            Duration lease,
            @Nullable Supplier<UUID> tenant) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.table = table;
        this.lease = lease;
        this.tenant = tenant;
    }

    /**
     * Of rows that belong to tenants: each step is about those of the tenant of the moment, and names it.
     *
     * @param lease longer than all waits of one mail together
     */
    public static LeaseQueue ofTenants(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            QueueTable table,
            Duration lease,
            Supplier<UUID> tenant) {
        return new LeaseQueue(jdbc, transactions, table, lease, tenant);
    }

    /**
     * Of rows that belong to no tenant.
     *
     * @param lease longer than all waits of one mail together
     */
    public static LeaseQueue ofTheHouse(
            JdbcClient jdbc, PlatformTransactionManager transactions, QueueTable table, Duration lease) {
        return new LeaseQueue(jdbc, transactions, table, lease, null);
    }

    /** Of the rows, for whoever reads a log. */
    String name() {
        return table.name();
    }

    /** Nobody but the operator hears of its rows. */
    boolean isOfTheHouse() {
        return tenant == null;
    }

    Duration lease() {
        return lease;
    }

    boolean keepsAnswers() {
        return table.keepsAnswers();
    }

    /**
     * Takes some that are due. Chosen as an array: the rows of an {@code in} may be asked for several times, each time others,
     * past the bound.
     *
     * @param returning the columns that are read of each
     */
    public <T> List<T> claim(UUID claim, int most, String returning, RowMapper<T> row) {
        return inTransaction(() -> statement("""
                        update {table}
                        set state = 'CLAIMED', {reason} = :reason, claim = :claim, attempts = attempts + 1,
                            {lease} = now() + make_interval(secs => :lease)
                        where {mine} and id = any(array(
                            select due.id from {table} due
                            where {mine} and due.state = 'QUEUED' and due.{due} <= now() and {turn}
                            order by {order} limit :most for update skip locked))
                        returning\s""" + returning)
                .param("reason", TAKEN)
                .param("claim", claim)
                .param("lease", seconds(lease))
                .param("most", most)
                .query(row)
                .list());
    }

    /** Gives it the whole lease from now on. False: it is no longer this worker's. */
    public boolean stillMine(UUID id, UUID claim) {
        return note(id, claim, "CLAIMED", BEING_TOLD, null);
    }

    /**
     * Notes, before the end of it is said, that the server may have it. False: it is no longer this worker's.
     *
     * @param entry by which {@link #putBack} finds it, should the end never be said
     */
    public boolean handingOver(UUID id, UUID claim, @Nullable JournalEntry entry) {
        return note(id, claim, "HANDING_OVER", TOLD, entry);
    }

    /** Not asked as {@code state = 'CLAIMED'}: to the planner the index of those seems shorter than the key's, with all its dead. */
    private boolean note(UUID id, UUID claim, String state, String reason, @Nullable JournalEntry entry) {
        return inTransaction(() -> statement("""
                                update {table}
                                set state = :state, {reason} = :reason, {lease} = now() + make_interval(secs => :lease),
                                    journal = :journal, journal_entry = :entry
                                where {mine} and id = :id and claim = :claim and state <> 'HANDING_OVER'
                                """)
                        .param("state", state)
                        .param("reason", reason)
                        .param("lease", seconds(lease))
                        .param("journal", entry == null ? null : entry.journal(), Types.OTHER)
                        .param("entry", entry == null ? null : entry.number(), Types.BIGINT)
                        .param("id", id)
                        .param("claim", claim)
                        .update()
                == 1);
    }

    /**
     * Settles one that the server took.
     *
     * @param answer null where the row keeps none
     */
    public void sent(UUID id, UUID claim, @Nullable String answer) {
        settle(id, claim, "SENT", answer, "{idle}", Duration.ZERO);
    }

    /** Gives one up that this worker has. */
    public void failed(UUID id, UUID claim, String reason) {
        settle(id, claim, "FAILED", reason, "{idle}", Duration.ZERO);
    }

    /** Puts one that this worker has back into the queue. */
    public void again(UUID id, UUID claim, String reason, Duration pause) {
        settle(id, claim, "QUEUED", reason, "{waiting}", pause);
    }

    /** A recipient may have been erased meanwhile: what has no words any more is not sent, and no answer names them. */
    private void settle(UUID id, UUID claim, String state, @Nullable String reason, String when, Duration pause) {
        inTransaction(() -> statement("""
                        update {table}
                        set state = case when {words} is null and :state <> 'SENT' then '{wordless}' else :state end,
                            {reason} = case when {words} is null then {reason} else :reason end,
                            claim = null, journal = null, journal_entry = null, {when}{settled}
                        where {mine} and id = :id and claim = :claim
                        """.replace("{when}", when))
                .param("state", state)
                .param("reason", reason, Types.VARCHAR)
                .param("pause", Math.max(1, pause.toSeconds()))
                .param("id", id)
                .param("claim", claim)
                .update());
    }

    /** Lets others have what a worker took and did not begin to tell the server before its lease ran out. */
    public int takeBack() {
        return inTransaction(() -> statement("""
                        update {table} set state = 'QUEUED', claim = null{released}
                        where {mine} and state = 'CLAIMED' and {lease} <= now()
                        """).update());
    }

    /**
     * Gives up what a worker left while handing it over. Its journal stays named: its process may come back to tell that some
     * had not left.
     */
    public int giveUpInterrupted() {
        return inTransaction(
                () -> statement("""
                        update {table}
                        set state = 'FAILED', claim = null, {reason} = :reason, {idle}{givenUp}
                        where {mine} and state = 'HANDING_OVER' and {lease} <= now()
                        """).param("reason", UNKNOWN_OUTCOME).update());
    }

    /**
     * Queues again what a killed process had noted as handed over and had not ended, given up meanwhile or not. Only what still
     * names its try: once one is settled, or a person sends it again, the name is taken off it. What has no words any more is
     * not sent.
     *
     * @param numbers of the tries
     * @param returning the columns that are read of each
     */
    public <T> List<T> putBack(UUID journal, Collection<Long> numbers, String returning, RowMapper<T> row) {
        return inTransaction(() -> statement("""
                        update {table}
                        set state = case when {words} is null then '{wordless}' else 'QUEUED' end,
                            {reason} = case when {words} is null then {reason} else :reason end,
                            claim = null, journal = null, journal_entry = null, {waiting}
                        where {mine} and journal = :journal and journal_entry in (:numbers)
                          and state in ('HANDING_OVER', 'FAILED')
                        returning\s""" + returning)
                .param("reason", PUT_BACK)
                .param("pause", 0)
                .param("journal", journal)
                .param("numbers", numbers)
                .query(row)
                .list());
    }

    private StatementSpec statement(String sql) {
        var mine = tenant == null ? "true" : "tenant_id = :tenant";
        var statement = jdbc.sql(table.sql(sql).replace("{mine}", mine));
        return tenant == null ? statement : statement.param("tenant", tenant.get());
    }

    private <T> T inTransaction(Supplier<T> step) {
        var done = transactions.execute(_ -> step.get());
        if (done == null) {
            throw new IllegalStateException("A transaction gave nothing");
        }
        return done;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
