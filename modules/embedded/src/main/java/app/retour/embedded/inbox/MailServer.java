package app.retour.embedded.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.subethamail.smtp.helper.BasicMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** Takes mail on the loopback address. A message is on disk before the sender is told that it was taken. */
public final class MailServer implements AutoCloseable {
    private final SMTPServer server;

    private MailServer(SMTPServer server) {
        this.server = server;
    }

    /** @param clock mails of a later start sort after those of an earlier one by it */
    public static MailServer start(int port, Path folder, Clock clock) {
        var number = new AtomicLong(clock.millis());
        BasicMessageListener keep = (_, _, _, data) -> keep(folder, number.incrementAndGet(), data);
        var server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .messageHandler(keep)
                .build();
        server.start();
        return new MailServer(server);
    }

    private static void keep(Path folder, long number, byte[] data) {
        try {
            var unfinished = folder.resolve(number + ".part");
            Files.write(unfinished, data);
            Files.move(unfinished, folder.resolve(number + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
