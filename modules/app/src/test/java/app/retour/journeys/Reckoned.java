package app.retour.journeys;

import app.retour.app.security.StartedApplication;
import app.retour.journeys.Acknowledged.Import;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import retour.testkit.TestDatabase;

/**
 * Compares what was acknowledged with what is there: in the tables, at the bank and in the mailboxes. Whatever is amiss is a
 * fault of its own line.
 */
final class Reckoned {
    private static final String UNKNOWN = "Unknown whether it was sent";
    private final TestDatabase database;
    private final Acknowledged yes;
    private final Map<String, Bank.Paid> paid;
    private final Map<String, Long> arrived;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    /** Mails that are told to staff as unknown and that no server ever got. */
    private final List<String> neverLeft = new ArrayList<>();

    private Reckoned(TestDatabase database, Acknowledged yes, Bank bank) throws SQLException {
        this.database = database;
        this.yes = yes;
        this.paid = bank.paid();
        this.arrived = Arrays.stream(StartedApplication.Mail.inbox().getReceivedMessages())
                .map(Reckoned::messageId)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        submits();
        refunds();
        mails();
        imports();
        backTests();
        none("event that is stuck", "select listener_id || ' ' || status from event_publication");
        none("event that is parked", "select listener_id || ' ' || reason from parked_publication");
        yes.refused.forEach(no -> faults.add("Refused: " + no));
    }

    static Reckoned of(TestDatabase database, Acknowledged yes, Bank bank) throws SQLException {
        return new Reckoned(database, yes, bank);
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    List<String> unknownMailsThatNeverLeft() {
        return List.copyOf(neverLeft);
    }

    @Override
    public String toString() {
        return "%d submits, %d refunds, %d imports and %d back-tests acknowledged; asked again %d times, given up %d; %s; %d faults"
                .formatted(
                        yes.submits.size(),
                        yes.refunds.size(),
                        yes.imports.size(),
                        yes.backTests.size(),
                        yes.askedAgain.get(),
                        yes.givenUp.get(),
                        counts,
                        faults.size());
    }

    private void submits() throws SQLException {
        var returns = rows("""
                select regexp_replace(r.order_number, '[^0-9]', '', 'g'), r.id, count(i.id)
                from returns.return_authorization r join returns.return_item i on i.return_id = r.id group by 1, 2""");
        var byOrder = grouped(returns, 0);
        byOrder.forEach((order, found) -> require(
                found.size() == 1 && found.getFirst().get(2).equals("1"), "Order %s returned %s", order, found));
        yes.submits.forEach(submit -> require(
                byOrder.getOrDefault(submit.order(), List.of()).stream()
                        .anyMatch(found -> found.get(1).equals(submit.returnId())),
                "Lost: %s",
                submit));
        counts.put("returns", returns.size());
    }

    private void refunds() throws SQLException {
        var refunds = grouped(rows("""
                        select f.id, f.state, f.amount,
                            (select count(*) from returns.refund_document d where d.refund_id = f.id),
                            (select count(*) from returns.return_step s where s.return_id = f.return_id and s.event = 'RefundIssued')
                        from returns.refund f"""), 0);
        var payments = paid.values().stream().collect(Collectors.groupingBy(Bank.Paid::refund));
        payments.forEach((refund, of) -> require(of.size() == 1, "Refund %s paid %d times", refund, of.size()));
        refunds.forEach((id, found) -> {
            var row = found.getFirst();
            var of = payments.getOrDefault(id, List.of());
            var isPaid = !of.isEmpty();
            require(row.get(1).equals(isPaid ? "ISSUED" : "DUE"), "Refund %s, paid: %s", row, isPaid);
            require(row.get(3).equals(isPaid ? "1" : "0"), "Documents of refund %s", row);
            require(row.get(4).equals(isPaid ? "1" : "0"), "Refund %s told as issued", row);
            require(
                    of.stream().allMatch(each -> each.amount().compareTo(new BigDecimal(row.get(2))) == 0),
                    "Refund %s and its payment %s",
                    row,
                    of);
        });
        yes.refunds.forEach(refund -> require(payments.containsKey(refund.refundId()), "Not paid: %s", refund));
        counts.put("payments", paid.size());
    }

    private void mails() throws SQLException {
        var ledger = rows("select message_id, state, reason, moment, return_id from notifications.notification");
        for (var mail : ledger) {
            var times = arrived.getOrDefault(mail.get(0), 0L);
            var isUnknown = mail.get(1).equals("FAILED") && mail.get(2).startsWith(UNKNOWN);
            count("mails " + mail.get(1), true);
            count("mails UNKNOWN", isUnknown);
            count("mails UNKNOWN that never left", isUnknown && times == 0);
            if (isUnknown && times == 0) {
                neverLeft.add(mail.toString());
            }
            require(
                    isUnknown ? times <= 1 : times == (mail.get(1).equals("SENT") ? 1 : 0),
                    "%d times: %s",
                    times,
                    mail);
            require(isUnknown || List.of("SENT", "SKIPPED").contains(mail.get(1)), "Not sent: %s", mail);
        }
        var told = grouped(ledger, 4);
        var returnOfOrder = yes.submits.stream()
                .collect(Collectors.toMap(Acknowledged.Submit::order, Acknowledged.Submit::returnId));
        yes.submits.forEach(submit -> requireTold(told, submit.returnId(), "APPROVED"));
        yes.refunds.forEach(
                refund -> requireTold(told, returnOfOrder.getOrDefault(refund.order(), "none"), "REFUND_ISSUED"));
        none(
                "account mail that did not leave",
                "select kind || ' ' || state || ' ' || coalesce(last_error, '') from tenants.account_mail where state <> 'SENT'");
    }

    private void requireTold(Map<String, List<List<String>>> told, String returnId, String moment) {
        var of = told.getOrDefault(returnId, List.of()).stream()
                .filter(mail -> mail.get(3).equals(moment))
                .toList();
        require(of.size() == 1 && !of.getFirst().get(1).equals("SKIPPED"), "%s of %s: %s", moment, returnId, of);
    }

    private void imports() throws SQLException {
        var jobs = grouped(
                rows(
                        "select id, state, subjects_done, rows_read, created_count, updated_count, failed_count from orders.import_job"),
                0);
        for (var each : yes.imports) {
            var n = String.valueOf(each.orders());
            var job = jobs.getOrDefault(each.id(), List.of());
            require(job.equals(List.of(List.of(each.id(), "DONE", n, n, n, "0", "0"))), "Import %s is %s", each, job);
        }
        var orders = rows("""
                select regexp_replace(o.number, '[^0-9]', '', 'g'), count(distinct o.id), count(l.id)
                from orders.customer_order o join orders.order_line l on l.order_id = o.id group by 1""");
        orders.forEach(order ->
                require(order.subList(1, 3).equals(List.of("1", "1")), "Order with its orders and lines: %s", order));
        var known = grouped(orders, 0);
        yes.imports.forEach(
                each -> require(numbers(each).stream().allMatch(known::containsKey), "Orders of %s are missing", each));
        counts.put("orders", orders.size());
    }

    private static List<String> numbers(Import of) {
        return java.util.stream.IntStream.range(of.first(), of.first() + of.orders())
                .mapToObj(String::valueOf)
                .toList();
    }

    /** What was committed while one was asked for may count or not, and that is less than a stretch judged twice. */
    private void backTests() throws SQLException {
        var tests = grouped(rows("""
                        select id, state, judged, total,
                            (select sum((o ->> 'count')::bigint) from jsonb_array_elements(outcomes) o), changed,
                            (select count(*) from rules.back_test_change c where c.back_test_id = b.id)
                        from rules.back_test b"""), 0);
        for (var id : yes.backTests) {
            var found = tests.getOrDefault(id, List.of());
            require(found.size() == 1 && found.getFirst().get(1).equals("DONE"), "Back-test %s: %s", id, found);
            for (var row : found) {
                var judged = Long.parseLong(row.get(2));
                require(Math.abs(judged - Long.parseLong(row.get(3))) < 100, "Judged and total: %s", row);
                require(row.get(4).equals(row.get(2)), "Judged and counted: %s", row);
                require(
                        Math.min(Long.parseLong(row.get(5)), 10_000) == Long.parseLong(row.get(6)),
                        "Changed and kept: %s",
                        row);
            }
        }
    }

    private void count(String what, boolean counts) {
        this.counts.merge(what, counts ? 1 : 0, Integer::sum);
    }

    private void none(String what, String question) throws SQLException {
        rows(question).forEach(found -> faults.add("An " + what + ": " + found));
    }

    private void require(boolean holds, String fault, Object... of) {
        if (!holds) {
            faults.add(fault.formatted(of));
        }
    }

    private static Map<String, List<List<String>>> grouped(List<List<String>> rows, int by) {
        return rows.stream().collect(Collectors.groupingBy(row -> row.get(by)));
    }

    private List<List<String>> rows(String question) throws SQLException {
        try (var connection = database.as("postgres");
                var statement = connection.createStatement();
                var found = statement.executeQuery(question)) {
            var rows = new ArrayList<List<String>>();
            while (found.next()) {
                var row = new ArrayList<String>();
                for (var i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(found.getString(i)));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private static String messageId(MimeMessage message) {
        try {
            return String.valueOf(message.getMessageID());
        } catch (MessagingException broken) {
            throw new AssertionError(broken);
        }
    }
}
