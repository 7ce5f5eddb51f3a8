package app.retour.journeys;

import static app.retour.app.security.Browser.JSON;

import app.retour.api.GlobalId;
import app.retour.app.security.Browser;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A busy shop: files of orders come in, shoppers hand in returns of them, staff pay the refunds and try drafts on history, all
 * at once, whether the product is there or not. Who gets no answer asks again with the same key, or now and then gives up.
 */
final class Bustle {
    private static final int ORDERS_OF_A_FILE = 400;
    private static final int RETURNS_OF_A_FILE = 40;
    private static final int SHOPPERS = 4;
    private static final int FIRST_ORDER = 100_000;
    private final Shop shop;
    private final Acknowledged yes;
    private final Patience patience;
    private final BlockingQueue<Integer> sold = new LinkedBlockingQueue<>();
    private final List<Thread> people = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> broke = new AtomicReference<>();
    private volatile boolean closing;

    Bustle(Shop shop, Acknowledged yes) {
        this.shop = shop;
        this.yes = yes;
        this.patience = new Patience(yes);
    }

    /** Orders that are there before anybody is killed. */
    void open(OrderFile file) {
        var first = FIRST_ORDER - ORDERS_OF_A_FILE;
        write(file, first, RETURNS_OF_A_FILE);
        shop.importFile("SHOPIFY_ORDERS", file.csv());
        for (var number = first; number < first + RETURNS_OF_A_FILE; number++) {
            sold.add(number);
        }
    }

    void begin(Random seeds) {
        for (var i = 0; i < SHOPPERS; i++) {
            begin(new Random(seeds.nextLong()), this::shopAndPay);
        }
        begin(new Random(seeds.nextLong()), this::importFiles);
        begin(new Random(seeds.nextLong()), this::tryDrafts);
    }

    private interface Work {
        void goOn(Random random) throws InterruptedException;
    }

    private void begin(Random random, Work work) {
        people.add(Thread.ofVirtual().start(() -> {
            try {
                work.goOn(random);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | AssertionError broken) {
                broke.compareAndSet(null, broken);
            }
        }));
    }

    /** Nobody is killed any more: lets everybody finish what they began. */
    void end() throws InterruptedException {
        patience.inPeace();
        closing = true;
        for (var person : people) {
            person.join();
        }
        if (broke.get() instanceof Throwable problem) {
            throw new AssertionError("Somebody of the shop could not go on", problem);
        }
    }

    private void shopAndPay(Random random) throws InterruptedException {
        var staff = colleague();
        while (!closing || yes.refunds.isEmpty()) {
            var number = sold.poll(100, TimeUnit.MILLISECONDS);
            if (number != null) {
                handIn(random, String.valueOf(number), staff);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(50));
            }
        }
    }

    private void handIn(Random random, String order, Browser staff) throws InterruptedException {
        var key = UUID.randomUUID().toString();
        var shopper = patience.insist(() -> ShopperAtThePortal.proving(shop, order, shop.email("n" + order)));
        var line = patience.insist(() -> shopper.line("SHIRT-M"));
        var asked = patience.answered(
                random, () -> shopper.request(line, "too_small", Map.of("resolution", "REFUND"), key));
        if (asked.isEmpty()) {
            return;
        }
        var id = asked.get().at("/id").asString();
        yes.submits.add(new Acknowledged.Submit(order, inside(id)));
        if (random.nextInt(5) > 0) {
            var found = patience.insist(
                    () -> ask(staff, "query($id: ID!) { return(id: $id) { refunds { id state } } }", id));
            pay(random, order, found.at("/return/refunds/0/id").asString(), staff);
        }
    }

    private void pay(Random random, String order, String refund, Browser staff) throws InterruptedException {
        var input = Map.of("refundId", refund, "reference", "SEPA " + order, "idempotencyKey", "paid-" + refund);
        if (patience.answered(random, () -> told(staff, "markRefundPaid", input, "refund { state }"))
                .isPresent()) {
            yes.refunds.add(new Acknowledged.Refund(order, inside(refund)));
        }
    }

    private void importFiles(Random random) throws InterruptedException {
        var staff = colleague();
        for (var first = FIRST_ORDER; !closing || yes.imports.isEmpty(); first += ORDERS_OF_A_FILE) {
            importFile(random, first, staff);
            while (!closing && sold.size() > 2 * RETURNS_OF_A_FILE) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    private void importFile(Random random, int first, Browser staff) throws InterruptedException {
        var file = new OrderFile();
        write(file, first, ORDERS_OF_A_FILE);
        var stored = patience.insist(() -> Shop.uploaded(staff, file.csv()));
        var input = Map.of("kind", "SHOPIFY_ORDERS", "fileId", stored, "idempotencyKey", "import-" + first);
        var started = patience.answered(random, () -> told(staff, "startImport", input, "import { id }"));
        if (started.isEmpty()) {
            return;
        }
        var id = started.get().at("/import/id").asString();
        yes.imports.add(new Acknowledged.Import(inside(id), first, ORDERS_OF_A_FILE));
        while (!closing && !isRead(id, staff)) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        for (var number = first; number < first + RETURNS_OF_A_FILE; number++) {
            sold.add(number);
        }
    }

    private void write(OrderFile file, int first, int orders) {
        for (var number = first; number < first + orders; number++) {
            file.order(
                    String.valueOf(number),
                    shop.email("n" + number),
                    10,
                    LocalTime.NOON,
                    new OrderFile.Line("SHIRT-M", "Linen shirt - M", "59.90"));
        }
    }

    private boolean isRead(String id, Browser staff) throws InterruptedException {
        var found = patience.insist(() -> ask(staff, "query($id: ID!) { import(id: $id) { state } }", id));
        return List.of("DONE", "FAILED").contains(found.at("/import/state").asString());
    }

    private void tryDrafts(Random random) throws InterruptedException {
        var staff = colleague();
        while (!closing || yes.backTests.isEmpty()) {
            var input = Map.of("days", 90, "idempotencyKey", UUID.randomUUID().toString());
            var started = patience.answered(random, () -> told(staff, "startBackTest", input, "backTest { id }"));
            if (started.isPresent()) {
                var id = started.get().at("/backTest/id").asString();
                yes.backTests.add(inside(id));
                while (!closing && !hasEnded(id, staff)) {
                    TimeUnit.MILLISECONDS.sleep(200);
                }
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(3_000));
        }
    }

    private boolean hasEnded(String id, Browser staff) throws InterruptedException {
        var found = patience.insist(() -> ask(staff, "query($id: ID!) { backTest(id: $id) { endedAt } }", id));
        return !found.at("/backTest/endedAt").isNull();
    }

    /** Signed in as the owner, at a machine of their own. */
    private Browser colleague() {
        var browser = new Browser(shop.port());
        browser.cookies.putAll(shop.staff().cookies);
        return browser;
    }

    private static JsonNode ask(Browser staff, String document, String id) {
        var answer = staff.graphql(document, Map.of("id", id));
        if (answer.status() != 200 || answer.json().has("errors")) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer.at("/data");
    }

    private static JsonNode told(Browser staff, String mutation, Map<String, ?> input, String selection) {
        var payload = staff.mutate(mutation, input, selection);
        if (!payload.at("/userErrors").isEmpty()) {
            throw new Patience.Refused("%s %s: %s".formatted(mutation, JSON.writeValueAsString(input), payload));
        }
        return payload;
    }

    /** What the tables call it. */
    private static String inside(String id) {
        return GlobalId.parse(id).id().toString();
    }
}
