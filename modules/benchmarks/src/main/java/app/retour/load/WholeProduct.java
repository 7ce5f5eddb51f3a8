package app.retour.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Starts, memory, and returns handed in over HTTP. Each return is judged by the demo's recipes, approved, told in a mail and
 * handed to a real SMTP server; all of that is in the figures, since it happens on the same processors.
 *
 * <p>{@code -Dold=} names the launcher's jar of another build, run beside this one in turns; {@code -Dreturns=} says how many
 * are handed in each turn (800); {@code -Dwithout.starts=true} leaves the starts and the memory out.
 */
public final class WholeProduct {
    private static final int REQUESTS = 200;
    private static final List<String> PAGES = List.of("/admin/", "/r/fjordwear", "/inbox", "/livez");
    private static final List<String> LISTS = List.of(
            "{ returns(first: 25) { edges { node { rmaNumber headline value { amount } } } } }",
            "{ reviewQueue(first: 25) { edges { node { rmaNumber because } } } }",
            "{ returnCounts { review refundsDue } }",
            "{ orders(first: 25) { edges { node { number } } } }");

    private WholeProduct() {}

    public static void main(String... arguments) throws Exception {
        var place = Files.createDirectories(Path.of("load").toAbsolutePath());
        if (!Boolean.getBoolean("without.starts")) {
            startsAndMemory(Files.createTempDirectory(place, "data-"));
        }
        sideBySide(place);
    }

    private static void startsAndMemory(Path data) throws IOException, InterruptedException {
        try (var server = Server.start(data, Server.AS_THE_LAUNCHER)) {
            System.out.printf("First start, with the demo's story: %.1f s%n", seconds(server));
            use(new Shop(server.port()));
            System.out.printf("Memory after %d requests: %d MB resident%n", REQUESTS, server.resident());
            System.out.printf("Heap after a collection:%n    %s%n", server.heap());
        }
        for (var again = 1; again <= 3; again++) {
            try (var server = Server.start(data, Server.AS_THE_LAUNCHER)) {
                System.out.printf("Start %d on the same data: %.1f s%n", again + 1, seconds(server));
            }
        }
    }

    private static double seconds(Server server) {
        return server.start().toMillis() / 1000.0;
    }

    private static void use(Shop shop) throws IOException, InterruptedException {
        for (var number = 0; number < REQUESTS / 2; number++) {
            shop.get(PAGES.get(number % PAGES.size()));
            shop.ask(LISTS.get(number % LISTS.size()));
        }
    }

    private static void sideBySide(Path place) throws Exception {
        try (var builds = new SideBySide(Integer.getInteger("returns", 800))) {
            var old = System.getProperty("old");
            if (old != null) {
                builds.start("old", old, place);
            }
            builds.start("new", Server.launcher(), place);
            builds.compare();
            builds.limit();
        }
    }
}
