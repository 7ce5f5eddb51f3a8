package app.retour.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What people and machines do most, with ten thousand returns of a merchant, with very many, and then among very many other
 * merchants: how long each takes, by how much that grew, and what PostgreSQL does for the slowest statements.
 *
 * <p>{@code -Drows=} (3,000,000 returns), {@code -Dtenants=} (10,000), {@code -Dtimes=} each thing is done a turn (100),
 * {@code -Dlauncher=} for another build than today's.
 */
public final class Growth {
    private static final int ROWS = Integer.getInteger("rows", 3_000_000);
    private static final int FEW = Math.min(10_000, ROWS);
    private static final int TENANTS = Integer.getInteger("tenants", 10_000);
    private static final int TIMES = Integer.getInteger("times", 100);
    /** A shop lets in as many from one address within a quarter of an hour. */
    private static final int AT_THE_DOOR = Math.min(25, TIMES);
    /** However many there were, as many wait for a person. */
    private static final int IN_REVIEW = 200;

    private static final double WANTED = 1.5;
    private static final String SECRET = "a secret of sixteen letters";

    private final Server server;
    private final Shop shop;
    private final HttpClient carrier = HttpClient.newHttpClient();
    private final Map<String, List<Bystander>> told = new LinkedHashMap<>();
    private final String hook;
    private String parcel = "";
    private int sent;

    private Growth(Server server, Shop shop) throws Exception {
        this.server = server;
        this.shop = shop;
        shop.tell("setTrackingSecret", Map.of("secret", SECRET), "secret");
        hook = shop.ask("{ trackingEndpoint { path } }")
                .at("/data/trackingEndpoint/path")
                .asString();
    }

    public static void main(String... arguments) throws Exception {
        var data = Files.createTempDirectory(
                Files.createDirectories(Path.of("load").toAbsolutePath()), "growth-");
        try (var server = Server.start(data, Server.AS_IN_PRODUCTION)) {
            SlowestStatements.prepare(server);
        }
        try (var server = Server.start(data, Server.AS_IN_PRODUCTION);
                var rows = new GrownRows(server)) {
            var growth = new Growth(server, new Shop(server.port()));
            var review = rows.id("select return_id from returns.return_item where decision = 'IN_REVIEW' limit 1");
            var done = rows.id("""
                    select a.id from returns.return_authorization a join returns.refund r using (tenant_id)
                    join tracking.reverse_shipment p using (tenant_id)
                    where r.return_id = a.id and r.state = 'ISSUED' and p.subject = a.id and p.tracking_number is not null
                    order by a.steps desc limit 1""");
            growth.parcel = rows.text(
                    "select tracking_number from tracking.reverse_shipment where subject = '%s'".formatted(done));
            var tenant = rows.id("select id from tenants.tenant limit 1");
            growth.round();
            growth.told.clear();
            grow(rows, () -> rows.copy(review, ROWS, ROWS + IN_REVIEW));
            grow(rows, () -> rows.copy(done, 0, FEW));
            growth.round();
            grow(rows, () -> rows.copy(done, FEW, ROWS));
            growth.round();
            grow(rows, () -> rows.tenants(tenant, TENANTS));
            growth.round();
            growth.table();
            SlowestStatements.listen(server);
            growth.round();
            SlowestStatements.print(data);
        }
    }

    /** What fills tables. */
    private interface Filling {
        void fill() throws Exception;
    }

    private static void grow(GrownRows rows, Filling filling) throws Exception {
        var begun = System.nanoTime();
        filling.fill();
        rows.analyze();
        System.out.printf(Locale.ROOT, "filled in %.0f s%n", (System.nanoTime() - begun) / 1e9);
    }

    private void round() throws Exception {
        var since = Instant.now();
        var bought = shop.sell(TIMES + AT_THE_DOOR);
        var orders = bought.iterator();
        measure("submit", TIMES, () -> {
            shop.submit(orders.next());
            return null;
        });
        mails(since);
        measure("portal: find, pick", AT_THE_DOOR, () -> new PortalSession(server.port(), orders.next()));
        measure("review queue", TIMES, () -> asked("reviewQueue(first: 25)"));
        measure("newest returns", TIMES, () -> asked("returns(first: 25)"));
        var names = bought.listIterator();
        measure("search: number of an order", TIMES, () -> search(names.next().number()));
        measure("search: e-mail", TIMES, () -> search(names.previous().email()));
        measure("search: nothing found", TIMES, () -> search("nobody has this"));
        measure("carrier's webhook", TIMES, this::scan);
    }

    private Object search(String text) throws Exception {
        return asked("returns(first: 25, filter: {search: \"%s\"})".formatted(text));
    }

    private Object asked(String list) throws Exception {
        var answer = shop.ask("{ %s { edges { node { rmaNumber headline } } } }".formatted(list));
        if (!answer.path("errors").isEmpty()) {
            throw new IllegalStateException("" + answer);
        }
        return answer;
    }

    /** Of a parcel that is on its way, told for the first time. */
    private Object scan() throws Exception {
        var body = """
                {"id": "evt_%s", "object": "Event", "created_at": "%s", "result": {"object": "Tracker", "carrier": "DHL",
                "tracking_code": "%s-%d", "status": "in_transit", "updated_at": "%s", "tracking_details": []}}""".formatted(UUID.randomUUID(), Instant.now(), parcel, sent++, Instant.now())
                .getBytes(StandardCharsets.UTF_8);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(server.port(), hook)))
                .header("X-Hmac-Signature", "hmac-sha256-hex=" + HexFormat.of().formatHex(mac.doFinal(body)))
                .POST(BodyPublishers.ofByteArray(body));
        var status = carrier.send(request.build(), BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IllegalStateException("The webhook was answered with " + status);
        }
        return status;
    }

    private void measure(String path, int times, Callable<?> once) throws Exception {
        var nanos = new long[times];
        for (var time = 0; time < times; time++) {
            var begun = System.nanoTime();
            once.call();
            nanos[time] = System.nanoTime() - begun;
        }
        keep(path, nanos);
    }

    /** From the moment a return is there until the SMTP server has its mail. */
    private void mails(Instant since) throws Exception {
        try (var aftermath = new Aftermath(server)) {
            aftermath.await();
            var nanos = new ArrayList<Long>();
            for (var part = 0; part < 100; part++) {
                nanos.add(aftermath.number("""
                        select coalesce(percentile_disc(%f) within group (order by
                            (extract(epoch from n.sent_at - n.created_at) * 1000000000)::bigint), 0)
                        from notifications.notification n where n.sent_at >= '%s'""".formatted(part / 100.0, since)));
            }
            keep(
                    "mail, until SMTP has it",
                    nanos.stream().mapToLong(Long::longValue).toArray());
        }
    }

    private void keep(String path, long[] nanos) {
        Arrays.sort(nanos);
        var turn = new Bystander(nanos);
        told.computeIfAbsent(path, _ -> new ArrayList<>()).add(turn);
        System.out.printf("  %-28s %s%n", path, turn.told());
    }

    private void table() {
        System.out.printf(
                "%n| p50 / p95, ms | %,d returns | %,d returns | growth | and %,d merchants | growth |%n|---|---|---|---|---|---|%n",
                FEW, ROWS, TENANTS);
        told.forEach((path, turns) -> System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s |%n",
                path,
                parts(turns.get(0)),
                parts(turns.get(1)),
                ratio(turns.get(0), turns.get(1)),
                parts(turns.get(2)),
                ratio(turns.get(0), turns.get(2))));
    }

    private static String parts(Bystander turn) {
        return String.format(Locale.ROOT, "%.1f / %.1f", turn.part(0.5), turn.part(0.95));
    }

    private static String ratio(Bystander few, Bystander many) {
        var ratio = many.part(0.95) / few.part(0.95);
        return String.format(Locale.ROOT, ratio > WANTED ? "**%.1f ×**" : "%.1f ×", ratio);
    }
}
