package app.retour.operating;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands before the database. Open, it hands callers through; else it is as if the database were gone, for those who call and
 * for those who are connected.
 */
final class DatabaseGate implements AutoCloseable {
    private final List<Socket> lines = new CopyOnWriteArrayList<>();
    private final int target;
    private ServerSocket door;
    private volatile Stance stance = Stance.OPEN;

    /** How it meets callers. */
    enum Stance {
        OPEN,
        /** As a server that was killed. */
        REFUSES,
        /** As a server that was stopped in the middle, or a network that loses everything. */
        HANGS
    }

    DatabaseGate(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(() -> serve(door));
    }

    int port() {
        return door.getLocalPort();
    }

    synchronized void be(Stance wanted) throws IOException {
        stance = wanted;
        if (wanted == Stance.REFUSES) {
            door.close();
            for (var line : lines) {
                line.close();
            }
            lines.clear();
        } else if (door.isClosed()) {
            var again = new ServerSocket();
            again.setReuseAddress(true);
            again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), door.getLocalPort()), 50);
            door = again;
            Thread.ofPlatform().daemon().start(() -> serve(again));
        }
        notifyAll();
    }

    private void serve(ServerSocket open) {
        while (!open.isClosed()) {
            try {
                var caller = open.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                lines.addAll(List.of(caller, server));
                Thread.ofVirtual().start(() -> carry(caller, server));
                Thread.ofVirtual().start(() -> carry(server, caller));
            } catch (IOException gone) {
                // The next caller, or the end.
            }
        }
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            var buffer = new byte[8_192];
            for (var read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                awaitMovement();
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException hungUp) {
            // Either side may hang up at any time.
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            lines.removeAll(List.of(from, to));
        }
    }

    private synchronized void awaitMovement() throws InterruptedException {
        while (stance == Stance.HANGS) {
            wait();
        }
    }

    @Override
    public void close() throws IOException {
        be(Stance.REFUSES);
    }
}
