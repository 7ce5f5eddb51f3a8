package app.retour.journeys;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands before a mail server. Open, it hands callers through; shut, it lets them call and says nothing, as a server
 * does that does not accept yet.
 */
final class MailGate implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> waiting = new CopyOnWriteArrayList<>();
    private final int target;
    private volatile boolean open = true;

    MailGate(int target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    void shut() {
        open = false;
    }

    void open() {
        open = true;
    }

    /** How many have called since it was shut. */
    int callers() {
        return waiting.size();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                if (open) {
                    var server = new Socket(InetAddress.getLoopbackAddress(), target);
                    Thread.ofVirtual().start(() -> carry(caller, server));
                    Thread.ofVirtual().start(() -> carry(server, caller));
                } else {
                    waiting.add(caller);
                }
            } catch (IOException gone) {
                // The next caller, or the end of the test.
            }
        }
    }

    private static void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException hungUp) {
            // Either side may hang up at any time.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var socket : waiting) {
            socket.close();
        }
    }
}
