package app.retour.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Many who send pictures at once, half of them over the API and half through shoppers' sessions, each the next as soon as the
 * last is answered; and what everybody else has of it: their answers before and meanwhile, and the memory of the process.
 */
public final class Pictures {
    private static final int SENDERS = 16;
    private static final long QUIET = 15;
    private static final long BUSY = 30;
    private static final List<String> ASKED = List.of("/livez", "a list of returns", "a portal's page");
    private static final String LIST = "{ returns(first: 25) { edges { node { rmaNumber headline } } } }";

    private Pictures() {}

    public static void main(String... arguments) throws Exception {
        var data = Files.createTempDirectory(
                Files.createDirectories(Path.of("load").toAbsolutePath()), "data-");
        try (var server = Server.start(data, Server.AS_IN_PRODUCTION)) {
            var shop = new Shop(server.port());
            var shoppers = new ArrayList<PortalSession>();
            for (var bought : shop.sell(SENDERS / 2)) {
                shoppers.add(new PortalSession(server.port(), bought));
            }
            List<Callable<?>> questions =
                    List.of(() -> shop.get("/livez"), () -> shop.ask(LIST), () -> shop.get("/r/fjordwear"));
            for (var picture : SentPictures.all().values()) {
                new Sending(server, shop, shoppers, picture).around(() -> Bystander.ask(questions, QUIET));
            }
            for (var picture : SentPictures.all().entrySet()) {
                System.out.printf(
                        Locale.ROOT,
                        "%n%s, %d KB, %d at once%n",
                        picture.getKey(),
                        picture.getValue().length / 1000,
                        SENDERS);
                var quiet = Bystander.ask(questions, QUIET);
                var before = server.resident();
                var sending = new Sending(server, shop, shoppers, picture.getValue());
                var meanwhile = sending.around(() -> Bystander.ask(questions, BUSY));
                for (var question = 0; question < ASKED.size(); question++) {
                    System.out.printf(
                            Locale.ROOT,
                            "  %-18s alone %s%n  %-18s while %s  %.1f × and %.1f ×%n",
                            ASKED.get(question),
                            quiet[question].told(),
                            "",
                            meanwhile[question].told(),
                            meanwhile[question].part(0.5) / quiet[question].part(0.5),
                            meanwhile[question].part(0.95) / quiet[question].part(0.95));
                }
                System.out.printf("  answers %s%n", new TreeMap<>(sending.answers));
                System.out.printf(
                        "  resident %d MB before, %d MB at most%n  heap after a collection %s%n",
                        before, sending.most, server.heap());
            }
        }
    }

    /** All senders, until told to stop. */
    private static final class Sending {
        private final Server server;
        private final List<Callable<String>> senders = new ArrayList<>();
        private final Map<String, Integer> answers = new ConcurrentHashMap<>();
        private final AtomicBoolean over = new AtomicBoolean();
        private long most;

        Sending(Server server, Shop shop, List<PortalSession> shoppers, byte[] picture) {
            this.server = server;
            for (var shopper : shoppers) {
                senders.add(() -> "portal " + (shopper.add(picture) ? "taken" : "told why not"));
                senders.add(() -> "/files " + shop.upload(picture));
            }
        }

        <T> T around(Callable<T> asking) throws Exception {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                senders.forEach(sender -> threads.submit(() -> send(sender)));
                threads.submit(this::watch);
                try {
                    return asking.call();
                } finally {
                    over.set(true);
                }
            }
        }

        private void send(Callable<String> sender) {
            while (!over.get()) {
                String answer;
                try {
                    answer = sender.call();
                } catch (Exception failed) {
                    answer = "failed: "
                            + String.valueOf(failed.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("");
                }
                answers.merge(answer, 1, Integer::sum);
            }
        }

        private Void watch() throws IOException, InterruptedException {
            while (!over.get()) {
                most = Math.max(most, server.resident());
                Thread.sleep(Duration.ofMillis(100));
            }
            return null;
        }
    }
}
