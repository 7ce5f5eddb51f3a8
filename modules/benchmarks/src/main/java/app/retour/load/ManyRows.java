package app.retour.load;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of orders as Shopify exports it, of two rows each, brought in over HTTP and read by the job: rows a second, memory
 * meanwhile, CPU a row, and how long somebody else waits for a page of the portal. {@code -Drows} says how many,
 * {@code -Dlauncher} names the jar of another build to compare with.
 */
public final class ManyRows {
    private static final int ROWS = Integer.getInteger("rows", 1_000_000);
    /** As many as a file may hold, by its bytes. */
    private static final int ROWS_OF_A_FILE = 1_000_000;

    private static final int WARM = 100_000;
    private static final String HEADER =
            "Name,Email,Financial Status,Fulfillment Status,Fulfilled at,Currency,Subtotal,"
                    + "Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Shipping Name,"
                    + "Shipping Address1,Shipping City,Shipping Zip,Shipping Country,Payment Method,Id,Tags\n";
    private static final String PROGRESS =
            "query($id: ID!) { import(id: $id) { state percent rows created failed failure } }";

    private ManyRows() {}

    public static void main(String... arguments) throws Exception {
        var data = Files.createTempDirectory(
                Files.createDirectories(Path.of("load").toAbsolutePath()), "data-");
        try (var server = Server.start(data, Server.AS_IN_PRODUCTION)) {
            var shop = new Shop(server.port());
            var quiet = new AtomicBoolean();
            var alone = bystander(shop, quiet);
            TimeUnit.SECONDS.sleep(20);
            quiet.set(true);
            System.out.printf("The portal's page while nothing is imported: %s%n", told(alone.join()));
            System.out.println("Warming up:");
            read(server, shop, 0, Math.min(WARM, ROWS));
            System.out.println("Measured:");
            for (var from = 0; from < ROWS; from += ROWS_OF_A_FILE) {
                read(server, shop, WARM + from, Math.min(ROWS_OF_A_FILE, ROWS - from));
            }
            System.out.printf("Heap after a collection:%n    %s%n", server.heap());
        }
    }

    private static void read(Server server, Shop shop, int from, int rows) throws Exception {
        var sent = shop.send("IMPORT", csv(from / 2, rows / 2));
        var file = JsonMapper.shared().readTree(sent.body()).at("/id").asString(sent.body());
        var done = new AtomicBoolean();
        var beside = bystander(shop, done);
        var cpu = server.cpu();
        var databaseCpu = server.databaseCpu();
        var begun = System.nanoTime();
        var id = shop.tell(
                        "startImport",
                        Map.of("kind", "SHOPIFY_ORDERS", "fileId", file, "idempotencyKey", "" + UUID.randomUUID()),
                        "import { id }")
                .at("/import/id")
                .asString();
        var last = 0;
        while (true) {
            TimeUnit.SECONDS.sleep(5);
            var now = shop.ask(PROGRESS, Map.of("id", id)).at("/data/import");
            var seconds = (System.nanoTime() - begun) / 1e9;
            var read = now.at("/rows").asInt(0);
            System.out.printf(
                    Locale.ROOT,
                    "    %6.1f s  %3d %%  %,10d rows  %,7d rows/s now  %d MB resident%n",
                    seconds,
                    now.at("/percent").asInt(0),
                    read,
                    (read - last) / 5,
                    server.resident());
            last = read;
            if (!now.at("/state").asString().matches("WAITING|RUNNING")) {
                done.set(true);
                var app = server.cpu().minus(cpu);
                var database = server.databaseCpu().minus(databaseCpu);
                System.out.printf(
                        Locale.ROOT,
                        "  %s, %,d orders, %,d refused: %,.0f rows/s; CPU a row: application %.1f µs, PostgreSQL %.1f µs%n",
                        now.at("/state").asString(),
                        now.at("/created").asInt(0),
                        now.at("/failed").asInt(0),
                        read / seconds,
                        micros(app, read),
                        micros(database, read));
                System.out.printf("  The portal's page meanwhile: %s%n", told(beside.join()));
                return;
            }
        }
    }

    private static double micros(Duration cpu, int rows) {
        return cpu.toNanos() / 1e3 / Math.max(1, rows);
    }

    /** Somebody who opens a page again and again, at their ease, until it is over. */
    private static CompletableFuture<long[]> bystander(Shop shop, AtomicBoolean over) {
        return CompletableFuture.supplyAsync(
                () -> {
                    var nanos = LongStream.builder();
                    while (!over.get()) {
                        var begun = System.nanoTime();
                        try {
                            shop.get("/r/fjordwear");
                            nanos.add(System.nanoTime() - begun);
                            TimeUnit.MILLISECONDS.sleep(25);
                        } catch (Exception broken) {
                            throw new IllegalStateException(broken);
                        }
                    }
                    return nanos.build().sorted().toArray();
                },
                Thread::startVirtualThread);
    }

    private static String told(long[] nanos) {
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p99 %.1f ms, worst %.1f ms (%d)",
                part(nanos, 0.5),
                part(nanos, 0.99),
                part(nanos, 1),
                nanos.length);
    }

    private static double part(long[] nanos, double share) {
        return Arrays.stream(nanos)
                        .skip(Math.min(nanos.length - 1, (int) (nanos.length * share)))
                        .findFirst()
                        .orElse(0)
                / 1e6;
    }

    private static byte[] csv(int from, int orders) {
        var csv = new StringBuilder(HEADER);
        for (var order = from; order < from + orders; order++) {
            csv.append("#%d,p%d@shopper.example,paid,fulfilled,2026-10-03 10:00:00 +0200,EUR,30.00,5.00,0,35.00,"
                    .formatted(1_000_000 + order, order / 3));
            csv.append("2026-10-01 10:00:00 +0200,1,Shirt,10.00,S-%d,Ada Lovelace,Street %d,Berlin,1%04d,DE,Card,%d,\n"
                    .formatted(order % 50, order % 200, order % 10_000, 700_000_000 + order));
            csv.append("#%d,p%d@shopper.example,,,,,,,,,2026-10-01 10:00:00 +0200,2,Socks,10.00,K-%d,,,,,,,,\n"
                    .formatted(1_000_000 + order, order / 3, order % 50));
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
