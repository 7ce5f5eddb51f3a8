package app.retour.app.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.app.security.StartedApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Says that 150 MB follow, and sends the first bytes only: who is refused hears it without having sent the rest. */
@StartedApplication
class AskedBeforeReadTests {
    /** An application that reads first would wait for the rest until Tomcat gives up. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/files",
                "/r/no-such-shop",
                "/r/no-such-shop/find",
                "/r/no-such-shop/return/1/evidence",
                "/admin/",
                "/livez"
            })
    void aStrangerIsRefusedBeforeTheyAreRead(String path) throws IOException {
        assertThat(answerTo(path)).matches("HTTP/1.1 (303|401|413|415) .*");
    }

    private String answerTo(String path) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout((int) LONGEST_WAIT.toMillis());
            var head = "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                    + "Content-Length: 150000000\r\n\r\n--b\r\n";
            socket.getOutputStream().write(head.formatted(path).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return String.valueOf(answer.readLine());
        }
    }
}
