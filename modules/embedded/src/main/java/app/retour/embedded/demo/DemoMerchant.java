package app.retour.embedded.demo;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.files.FileKind;
import app.retour.files.FileUpload;
import app.retour.files.Files;
import app.retour.kernel.TenantId;
import app.retour.notifications.Notifications;
import app.retour.tenants.tenancy.TenantContext;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the demo's story: 400 orders and 120 returns over 120 days, each step at its own time. The shop is live all the
 * while; what is told is history all the same, brought in after it had happened, and no shopper hears of it.
 */
@Component
class DemoMerchant {
    private static final Logger LOG = LoggerFactory.getLogger(DemoMerchant.class);
    /** How long ago the story begins. */
    static final Duration BEFORE = Duration.ofDays(136);

    private static final int ORDERS = 400;
    private static final int BATCH = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final Schema schema;
    private final TravellingClock clock;
    private final JdbcClient jdbc;
    private final Files files;
    private final Notifications notifications;
    private final Random random = new Random(20_261_123);

    DemoMerchant(Schema schema, TravellingClock clock, JdbcClient jdbc, Files files, Notifications notifications) {
        this.schema = schema;
        this.clock = clock;
        this.jdbc = jdbc;
        this.files = files;
        this.notifications = notifications;
    }

    /** What is going to happen, soonest first. */
    private record Step(Instant at, Runnable action) implements Comparable<Step> {
        @Override
        public int compareTo(Step other) {
            return at.compareTo(other.at);
        }
    }

    /**
     * @param scopes all there are: the connector and the staff of the story may do everything
     * @param progress hears how much is done, in percent
     */
    void tell(TenantId tenant, UUID owner, Set<String> scopes, Consumer<Integer> progress) {
        var now = clock.present();
        var staff = Caller.staff(tenant, owner, scopes);
        try {
            TenantContext.runAs(tenant, () -> notifications.leaveUntold(now));
            clock.travelTo(now.minus(BEFORE));
            publishRecipes(staff);
            schema.tell(
                    staff,
                    "updateOrderSettings",
                    "UpdateOrderSettingsInput",
                    "orderSettings { historyCompleteSince }",
                    Map.of("historyCompleteSince", "2025-01-01"));
            batches(Catalogue.inputs())
                    .forEach(batch -> schema.tell(
                            staff,
                            "upsertProducts",
                            "UpsertProductsInput",
                            "products { id }",
                            Map.of("products", batch)));
            pictures(staff);
            shoppers(staff);
            var stories = stories(now);
            var orders = orders(staff, stories, now);
            progress.accept(20);
            live(staff, stories, orders, now, progress);
        } finally {
            clock.comeHome();
        }
    }

    private List<ReturnStory> stories(Instant now) {
        var stories = new ArrayList<ReturnStory>();
        for (var fate : DemoOutcome.all()) {
            stories.add(ReturnStory.returned(stories.size(), fate, now, random));
        }
        while (stories.size() < ORDERS - 1) {
            stories.add(ReturnStory.kept(stories.size(), now, random));
        }
        stories.add(ReturnStory.toTry(stories.size(), now, random));
        return stories;
    }

    private void publishRecipes(Caller staff) {
        var policy = schema.ask(staff, "{ policy { draft { version } } }", Map.of());
        var saved = schema.tell(
                staff,
                "savePolicyDraft",
                "SavePolicyDraftInput",
                "draft { version }",
                Map.of(
                        "version", policy.path("draft").path("version").asInt(0),
                        "rules", Recipes.rules(schema, staff)));
        schema.tell(
                staff,
                "publishPolicyDraft",
                "PublishPolicyDraftInput",
                "__typename",
                Map.of(
                        "version", saved.path("draft").path("version").asInt(),
                        "note", "Our first rules",
                        "idempotencyKey", "demo-policy"));
    }

    private void pictures(Caller staff) {
        Catalogue.looks().forEach(look -> {
            var file = TenantContext.callAs(
                    staff.requireTenant(),
                    () -> files.store(new FileUpload(
                            FileKind.PHOTO, new ByteArrayInputStream(look.png()), look.productKey() + ".png", null)));
            var input = new HashMap<String, Object>(
                    Map.of("productKey", look.productKey(), "fileId", GlobalId.of("StoredFile", file.value())));
            if (look.sku() != null) {
                input.put("sku", look.sku());
            }
            schema.tell(staff, "setProductPicture", "SetProductPictureInput", "products { id }", input);
        });
    }

    private void shoppers(Caller staff) {
        var inputs = new ArrayList<Map<String, Object>>();
        for (var number = 0; number < 170; number++) {
            var person = Shoppers.number(number);
            inputs.add(Map.of(
                    "email",
                    person.email(),
                    "name",
                    person.name(),
                    "tags",
                    person.vip() ? List.of("VIP") : List.of(),
                    "blocked",
                    false));
        }
        batches(inputs)
                .forEach(batch -> schema.tell(
                        staff, "upsertShoppers", "UpsertShoppersInput", "shoppers { id }", Map.of("shoppers", batch)));
    }

    /** The ids of orders and lines, by number of the story. */
    private record Placed(String order, String line) {}

    private List<Placed> orders(Caller staff, List<ReturnStory> stories, Instant now) {
        var inputs = stories.stream().map(story -> story.orderInput(now)).toList();
        var placed = new ArrayList<Placed>();
        for (var batch : batches(inputs)) {
            var answer = schema.tell(
                    staff, "upsertOrders", "UpsertOrdersInput", "orders { id lines { id } }", Map.of("orders", batch));
            for (var order : answer.path("orders")) {
                placed.add(new Placed(
                        order.path("id").asString(),
                        order.path("lines").path(0).path("id").asString()));
            }
        }
        return placed;
    }

    private void live(
            Caller staff, List<ReturnStory> stories, List<Placed> orders, Instant now, Consumer<Integer> progress) {
        var ahead = new PriorityQueue<Step>();
        for (var story : stories) {
            var requested = story.requested();
            if (requested != null) {
                var life = new ReturnLife(
                        schema,
                        staff,
                        story,
                        orders.get(story.number()).order(),
                        orders.get(story.number()).line());
                plan(ahead, life, requested, now);
            }
        }
        var strayed = now.minus(Duration.ofHours(31));
        ahead.add(new Step(strayed, () -> new Warehouse(schema, staff, ORDERS).takeUnknownParcel()));
        var all = ahead.size();
        while (!ahead.isEmpty()) {
            var step = ahead.poll();
            clock.travelTo(step.at());
            step.action().run();
            settle();
            progress.accept(20 + 80 * (all - ahead.size()) / all);
        }
    }

    private static void plan(PriorityQueue<Step> ahead, ReturnLife life, Instant requested, Instant now) {
        var steps = life.steps();
        var at = requested;
        for (var step : steps) {
            at = at.plus(step.after());
            if (at.isBefore(now)) {
                ahead.add(new Step(at, step.action()));
            }
        }
    }

    /** Listeners run on their own threads; the next step must find what they did. */
    private void settle() {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            var open = jdbc.sql("select count(*) from event_publication where status is distinct from 'FAILED'")
                    .query(Long.class)
                    .single();
            if (open == 0) {
                return;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
        }
        LOG.warn("The demo's listeners did not come to an end in {}", PATIENCE);
    }

    private static <T> List<List<T>> batches(List<T> all) {
        var batches = new ArrayList<List<T>>();
        for (var from = 0; from < all.size(); from += BATCH) {
            batches.add(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
        return batches;
    }
}
