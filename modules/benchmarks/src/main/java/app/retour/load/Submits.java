package app.retour.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Returns handed in by so many clients at once, each sending the next as soon as the last is answered.
 *
 * @param nanos how long each took, sorted
 * @param cpu of the product's process, {@code databaseCpu} of PostgreSQL's, while they ran
 */
record Submits(int clients, long[] nanos, Duration wall, Duration cpu, Duration databaseCpu) {

    static Submits run(Server server, Shop shop, List<Shop.Bought> bought, int clients) throws Exception {
        Queue<Shop.Bought> left = new ConcurrentLinkedQueue<>(bought);
        var cpu = server.cpu();
        var databaseCpu = server.databaseCpu();
        var begun = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(clients)) {
            var running = IntStream.range(0, clients)
                    .mapToObj(_ -> pool.submit(() -> all(shop, left)))
                    .toList();
            var nanos = new long[0];
            for (Future<long[]> client : running) {
                var more = client.get();
                var joined = Arrays.copyOf(nanos, nanos.length + more.length);
                System.arraycopy(more, 0, joined, nanos.length, more.length);
                nanos = joined;
            }
            var wall = Duration.ofNanos(System.nanoTime() - begun);
            Arrays.sort(nanos);
            return new Submits(
                    clients,
                    nanos,
                    wall,
                    server.cpu().minus(cpu),
                    server.databaseCpu().minus(databaseCpu));
        }
    }

    private static long[] all(Shop shop, Queue<Shop.Bought> left) throws Exception {
        var nanos = new long[left.size()];
        var count = 0;
        for (var next = left.poll(); next != null; next = left.poll()) {
            var begun = System.nanoTime();
            shop.submit(next);
            nanos[count++] = System.nanoTime() - begun;
        }
        return Arrays.copyOf(nanos, count);
    }

    String told() {
        var count = nanos.length;
        return "%2d clients: %6.1f/s  p50 %6.1f ms  p99 %6.1f ms  CPU per return %5.1f ms + PostgreSQL %4.1f ms  (%d returns)"
                .formatted(
                        clients,
                        count / (wall.toNanos() / 1e9),
                        nanos[count / 2] / 1e6,
                        nanos[Math.min(count - 1, count * 99 / 100)] / 1e6,
                        cpu.toNanos() / 1e6 / count,
                        databaseCpu.toNanos() / 1e6 / count,
                        count);
    }
}
