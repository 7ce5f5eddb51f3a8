package app.retour.journeys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A payment provider over HTTP: pays once for each key, answers the same to the same, takes its time, and is now and then
 * cut off after it paid. It outlives those who ask it.
 */
final class Bank implements AutoCloseable {
    private static final int LONGEST_TIME = 120;
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final Map<String, Paid> paid = new ConcurrentHashMap<>();
    private final AtomicInteger askings = new AtomicInteger();
    private final Random random;

    /** What was paid for one key. */
    record Paid(String refund, BigDecimal amount) {}

    Bank(Random random) throws IOException {
        this.random = random;
        server.createContext("/", this::pay);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Map<String, Paid> paid() {
        return Map.copyOf(paid);
    }

    int askings() {
        return askings.get();
    }

    private void pay(HttpExchange asking) throws IOException {
        try (asking) {
            askings.incrementAndGet();
            var key = asking.getRequestURI().getPath().substring(1);
            var told = new String(asking.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split(" ");
            takeTime();
            paid.putIfAbsent(key, new Paid(told[0], new BigDecimal(told[1])));
            takeTime();
            if (random.nextInt(10) == 0) {
                return;
            }
            var reference = ("bank-" + key).getBytes(StandardCharsets.UTF_8);
            asking.sendResponseHeaders(200, reference.length);
            asking.getResponseBody().write(reference);
        }
    }

    private void takeTime() {
        try {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_TIME / 2));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
