package app.retour.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * So many returns every second for so many minutes, whether or not the ones before are answered: each counts from the moment
 * at which it was meant to be sent, so that a server that falls behind cannot hide it.
 *
 * <p>{@code -Drate=} (100 a second), {@code -Dminutes=} (5), {@code -Dlauncher=} for another build than today's.
 */
public final class Steady {
    private static final int RATE = Integer.getInteger("rate", 100);
    private static final int MINUTES = Integer.getInteger("minutes", 5);
    private static final int WARM_UP = Integer.getInteger("warm.up", 2_000);
    private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(10);

    private final Server server;
    private final Shop shop;
    private final long[] nanos = new long[RATE * 60 * MINUTES];
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private long resident;

    private Steady(Server server, Shop shop) {
        this.server = server;
        this.shop = shop;
    }

    public static void main(String... arguments) throws Exception {
        var data = Files.createTempDirectory(
                Files.createDirectories(Path.of("load").toAbsolutePath()), "steady-");
        try (var server = Server.start(data, Server.AS_IN_PRODUCTION)) {
            var shop = new Shop(server.port());
            Submits.run(server, shop, shop.sell(WARM_UP), 8, 0);
            var steady = new Steady(server, shop);
            var bought = shop.sell(steady.nanos.length);
            steady.run(bought);
        }
    }

    private void run(List<Shop.Bought> bought) throws Exception {
        System.out.printf("%d returns a second for %d minutes%n", RATE, MINUTES);
        System.out.printf(
                "%6s %9s %9s %9s %9s %9s %9s %9s%n",
                "s", "answered", "in flight", "p50 ms", "p99 ms", "events", "mails", "RSS MB");
        try (var senders = Executors.newVirtualThreadPerTaskExecutor();
                var aftermath = new Aftermath(server)) {
            aftermath.await();
            var since = Instant.now();
            var cpu = server.cpu();
            var databaseCpu = server.databaseCpu();
            var begun = System.nanoTime();
            var look = begun + LOOK_EVERY;
            var told = 0;
            for (var number = 0; number < nanos.length; number++) {
                var place = number;
                var meant = begun + number * TimeUnit.SECONDS.toNanos(1) / RATE;
                TimeUnit.NANOSECONDS.sleep(meant - System.nanoTime());
                senders.submit(() -> send(bought.get(place), place, meant));
                if (meant >= look) {
                    look(aftermath, (meant - begun) / 1_000_000_000, told, number);
                    told = number;
                    look += LOOK_EVERY;
                }
            }
            while (answered.get() < nanos.length) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            var late = System.nanoTime();
            aftermath.await();
            tell(aftermath, since, (System.nanoTime() - late) / 1e9);
            System.out.printf(
                    Locale.ROOT,
                    "CPU of each: application %.2f ms, PostgreSQL %.2f ms%n",
                    server.cpu().minus(cpu).toNanos() / 1e6 / nanos.length,
                    server.databaseCpu().minus(databaseCpu).toNanos() / 1e6 / nanos.length);
        }
    }

    private void send(Shop.Bought bought, int place, long meant) {
        try {
            shop.submit(bought);
        } catch (Exception refused) {
            if (failed.getAndIncrement() == 0) {
                System.out.println("The first that failed: " + refused);
            }
        }
        nanos[place] = System.nanoTime() - meant;
        answered.incrementAndGet();
    }

    /** Of those answered of the last stretch; one that is still on its way is told when all are. */
    private void look(Aftermath aftermath, long second, int from, int to) throws Exception {
        resident = Math.max(resident, server.resident());
        var stretch = Arrays.stream(nanos, from, to).filter(each -> each > 0).toArray();
        System.out.printf(
                Locale.ROOT,
                "%6d %9d %9d %9.1f %9.1f %9d %9d %9d%n",
                second,
                answered.get(),
                to - answered.get(),
                part(stretch, 50),
                part(stretch, 99),
                aftermath.events(),
                aftermath.mails(),
                server.resident());
    }

    private void tell(Aftermath aftermath, Instant since, double drained) throws SQLException {
        System.out.printf(
                Locale.ROOT,
                "From the intended start: p50 %.1f ms, p99 %.1f ms, worst %.1f ms; %d failed; all was done %.1f s after the last answer; %d MB resident at most%n",
                part(nanos, 50),
                part(nanos, 99),
                part(nanos, 100),
                failed.get(),
                drained,
                resident);
        System.out.printf(
                "From being asked for until SMTP took the mail: p50 %d ms, p99 %d ms, of %d mails%n",
                aftermath.number(mailed("percentile_disc(0.5) within group (order by %s)", since)),
                aftermath.number(mailed("percentile_disc(0.99) within group (order by %s)", since)),
                aftermath.number(mailed("count(%s)", since)));
    }

    private static String mailed(String measure, Instant since) {
        return """
                select %s from notifications.notification n join returns.return_authorization r
                on r.tenant_id = n.tenant_id and r.id = n.return_id where n.sent_at is not null and r.requested_at >= '%s'""".formatted(
                        measure.formatted("(extract(epoch from n.sent_at - r.requested_at) * 1000)::bigint"), since);
    }

    private static double part(long[] some, int percent) {
        var sorted = some.clone();
        Arrays.sort(sorted);
        return sorted.length == 0
                ? Double.NaN
                : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }
}
