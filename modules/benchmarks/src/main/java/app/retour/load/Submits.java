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
 * @param wall until the last was answered, {@code done} until all that follows was done, the last mail handed over
 * @param cpu of the product's process, {@code databaseCpu} of PostgreSQL's, until all was done
 * @param commits in the database, without those that it does at rest
 */
record Submits(
        int clients, long[] nanos, Duration wall, Duration done, Duration cpu, Duration databaseCpu, double commits) {

    static Submits run(Server server, Shop shop, List<Shop.Bought> bought, int clients, double commitsAtRest)
            throws Exception {
        try (var aftermath = new Aftermath(server);
                var pool = Executors.newFixedThreadPool(clients)) {
            aftermath.await();
            Queue<Shop.Bought> left = new ConcurrentLinkedQueue<>(bought);
            var commits = aftermath.commits();
            var cpu = server.cpu();
            var databaseCpu = server.databaseCpu();
            var begun = System.nanoTime();
            var running = IntStream.range(0, clients)
                    .mapToObj(_ -> pool.submit(() -> all(shop, left)))
                    .toList();
            var nanos = new long[0];
            for (Future<long[]> client : running) {
                nanos = joined(nanos, client.get());
            }
            var wall = Duration.ofNanos(System.nanoTime() - begun);
            aftermath.await();
            var done = Duration.ofNanos(System.nanoTime() - begun);
            var cpuDone = server.cpu().minus(cpu);
            var databaseCpuDone = server.databaseCpu().minus(databaseCpu);
            var committed = aftermath.commits() - commits;
            var atRest = commitsAtRest * (System.nanoTime() - begun) / 1e9;
            return new Submits(clients, nanos, wall, done, cpuDone, databaseCpuDone, committed - atRest);
        }
    }

    Submits {
        Arrays.sort(nanos);
    }

    /** Two runs of one build, as if they had been one. */
    Submits and(Submits more) {
        return new Submits(
                clients,
                joined(nanos, more.nanos),
                wall.plus(more.wall),
                done.plus(more.done),
                cpu.plus(more.cpu),
                databaseCpu.plus(more.databaseCpu),
                commits + more.commits);
    }

    private static long[] joined(long[] some, long[] more) {
        var joined = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, joined, some.length, more.length);
        return joined;
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

    int count() {
        return nanos.length;
    }

    double eachSecond() {
        return count() / (wall.toNanos() / 1e9);
    }

    /** Counting what follows the answers. */
    double doneEachSecond() {
        return count() / (done.toNanos() / 1e9);
    }

    /** In milliseconds. */
    double part(int percent) {
        return nanos[Math.min(count() - 1, count() * percent / 100)] / 1e6;
    }

    double cpuOfEach() {
        return cpu.toNanos() / 1e6 / count();
    }

    double databaseCpuOfEach() {
        return databaseCpu.toNanos() / 1e6 / count();
    }

    double commitsOfEach() {
        return commits / count();
    }
}
