package app.retour.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two builds in one run, each with its own data: the old one, the new one, the old one, the new one. Both are up all the time,
 * so that each stays warm, and the one whose turn it is not rests.
 */
final class SideBySide implements AutoCloseable {
    private static final List<Integer> CLIENTS = List.of(8, 1);
    private static final int TURNS = 2;
    /** After so many the compiler has still something to do, but little. */
    private static final int WARM = 3_000;

    private final List<Build> builds = new ArrayList<>();
    private final int returns;

    /** A build that runs. */
    private record Build(String name, Server server, Shop shop, double commitsAtRest) {
        Submits run(int clients, int returns) throws Exception {
            return Submits.run(server, shop, shop.sell(returns), clients, commitsAtRest);
        }
    }

    /** @param returns of eight clients together, each turn; of one alone, a third */
    SideBySide(int returns) {
        this.returns = returns;
    }

    void start(String name, String launcher, Path place) throws Exception {
        var data = Files.createTempDirectory(place, name + "-");
        var server = Server.start(launcher, data, Server.AS_IN_PRODUCTION);
        var shop = new Shop(server.port());
        Submits.run(server, shop, shop.sell(Math.max(WARM, 2 * returns)), CLIENTS.getFirst(), 0);
        builds.add(new Build(name, server, shop, atRest(server)));
    }

    /** Each second. */
    private static double atRest(Server server) throws Exception {
        try (var aftermath = new Aftermath(server)) {
            var before = aftermath.commits();
            var begun = System.nanoTime();
            return (aftermath.commits() - before) / ((System.nanoTime() - begun) / 1e9);
        }
    }

    void compare() throws Exception {
        System.out.printf(
                "%n%-34s %9s %9s %9s %9s %11s %11s %9s%n",
                "", "returns/s", "done/s", "p50 ms", "p99 ms", "app. CPU ms", "PostgreSQL", "commits");
        for (int clients : CLIENTS) {
            var share = clients == 1 ? returns / 3 : returns;
            var told = new ArrayList<Submits>();
            for (var turn = 0; turn < TURNS * builds.size(); turn++) {
                var build = builds.get(turn % builds.size());
                var run = build.run(clients, share);
                print("%s, %d client(s)".formatted(build.name, clients), run);
                told.add(run);
            }
            if (builds.size() == 2) {
                compare(clients, told.get(0).and(told.get(2)), told.get(1).and(told.get(3)));
            }
        }
    }

    private static void compare(int clients, Submits old, Submits young) {
        System.out.printf(
                Locale.ROOT,
                "%-34s %8.2fx %8.2fx %8.2fx %8.2fx %10.2fx %10.2fx %8.2fx   CPU in all %.2fx: %.1f ms to %.1f ms%n",
                "new : old, %d client(s)".formatted(clients),
                young.eachSecond() / old.eachSecond(),
                young.doneEachSecond() / old.doneEachSecond(),
                young.part(50) / old.part(50),
                young.part(99) / old.part(99),
                young.cpuOfEach() / old.cpuOfEach(),
                young.databaseCpuOfEach() / old.databaseCpuOfEach(),
                young.commitsOfEach() / old.commitsOfEach(),
                inAll(young) / inAll(old),
                inAll(old),
                inAll(young));
    }

    private static double inAll(Submits run) {
        return run.cpuOfEach() + run.databaseCpuOfEach();
    }

    private static void print(String who, Submits run) {
        System.out.printf(
                Locale.ROOT,
                "%-34s %9.1f %9.1f %9.1f %9.1f %11.2f %11.2f %9.1f%n",
                who,
                run.eachSecond(),
                run.doneEachSecond(),
                run.part(50),
                run.part(99),
                run.cpuOfEach(),
                run.databaseCpuOfEach(),
                run.commitsOfEach());
    }

    /** PostgreSQL alone, the one beneath the newest build. */
    void limit() throws Exception {
        var newest = builds.getLast();
        try (var rows = new RowsOfAReturn(newest.server)) {
            for (int clients : CLIENTS) {
                for (var trips : RowsOfAReturn.Trips.values()) {
                    print(
                            "PostgreSQL alone, %s, %d".formatted(trips.told(), clients),
                            rows.write(clients, returns * RowsOfAReturn.TIMES_FASTER, trips));
                }
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        for (var build : builds) {
            build.server.close();
        }
    }
}
