package app.retour.journeys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a mail server. Open, it lets both sides talk; holding, it passes on whatever is said until the caller says a
 * certain line, and keeps all answers from then on to itself, as a server does that has much to do.
 */
final class MailGate implements AutoCloseable {
    private static final String BEGIN = "DATA";
    private static final String END = ".";
    private static final String GO_ON = "354";
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> waiting = new CopyOnWriteArrayList<>();
    private final int target;
    private volatile @Nullable String last;
    private volatile CountDownLatch nextMail = new CountDownLatch(1);

    MailGate(int target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /** @param said the last line that is answered to nobody */
    void holdAnswerTo(String said) {
        waiting.clear();
        last = said;
    }

    void open() {
        last = null;
    }

    /** How many wait for an answer since it holds them back. */
    int waiting() {
        return waiting.size();
    }

    /** Until somebody begins to tell a mail, or a while has passed. */
    void awaitMail(Duration longest) throws InterruptedException {
        var next = new CountDownLatch(1);
        nextMail = next;
        if (!next.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            nextMail = new CountDownLatch(1);
        }
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                Thread.ofVirtual().start(() -> told(caller, server));
                Thread.ofVirtual().start(() -> answered(server, caller));
            } catch (IOException gone) {
                // The next caller, or the end of the test.
            }
        }
    }

    /**
     * A mail is passed on when it is whole: in the middle of one, GreenMail would throw at the death of its caller, and every
     * test that waits for something would hear it.
     */
    private void told(Socket caller, Socket server) {
        try (caller;
                server) {
            var lines = lines(caller);
            var mail = new StringBuilder();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(last)) {
                    waiting.add(caller);
                }
                var inMail = !mail.isEmpty();
                if (inMail || line.equals(BEGIN)) {
                    mail.append(line).append("\r\n");
                } else {
                    say(server, line + "\r\n");
                }
                if (inMail && line.equals(END)) {
                    say(server, mail.toString());
                    mail.setLength(0);
                } else if (!inMail && line.equals(BEGIN)) {
                    answer(caller, GO_ON + " go on");
                    nextMail.countDown();
                }
            }
        } catch (IOException hungUp) {
            // Either side may hang up at any time.
        }
    }

    private void answered(Socket server, Socket caller) {
        try (server;
                caller) {
            var lines = lines(server);
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith(GO_ON)) {
                    answer(caller, line);
                }
            }
        } catch (IOException hungUp) {
            // Either side may hang up at any time.
        }
    }

    private static BufferedReader lines(Socket from) throws IOException {
        return new BufferedReader(new InputStreamReader(from.getInputStream(), ISO_8859_1));
    }

    private void answer(Socket caller, String line) throws IOException {
        if (!waiting.contains(caller)) {
            say(caller, line + "\r\n");
        }
    }

    private static void say(Socket to, String what) throws IOException {
        to.getOutputStream().write(what.getBytes(ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var socket : waiting) {
            socket.close();
        }
    }
}
