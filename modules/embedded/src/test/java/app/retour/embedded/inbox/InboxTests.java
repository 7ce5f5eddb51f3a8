package app.retour.embedded.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.server.ResponseStatusException;

class InboxTests {
    @TempDir
    Path folder;

    @Test
    void whatWasSentIsOnDiskBeforeTheSenderGoesOnAndStillThereAfterARestart() throws Exception {
        var port = freePort();
        try (var _ = MailServer.start(port, folder, Clock.systemUTC())) {
            send(port, "First", "<p>eins</p>");
            assertThat(listed()).extracting(Mail::subject).containsExactly("First");
        }
        try (var _ = MailServer.start(port, folder, Clock.systemUTC())) {
            send(port, "Zweite – ü", "<p>zwei</p>");
        }
        var mails = listed();
        assertThat(mails).extracting(Mail::subject).containsExactly("Zweite – ü", "First");
        assertThat(mails.getFirst().to()).contains("mara@shopper.example");
        assertThat(mails.getFirst().text().strip()).isEqualTo("In words.");
        assertThat(mails.getFirst().html()).contains("zwei");
    }

    @Test
    void theHtmlOfAMailRunsNothingAndIsNobodysPage() throws Exception {
        var port = freePort();
        try (var _ = MailServer.start(port, folder, Clock.systemUTC())) {
            send(port, "Nasty", "<script>alert(1)</script>");
        }
        var inbox = new InboxController(folder);
        var answer = inbox.html(listed().getFirst().id());
        assertThat(answer.getHeaders().getFirst("Content-Security-Policy"))
                .startsWith("sandbox")
                .contains("default-src 'none'")
                .doesNotContain("allow-scripts");
        assertThatExceptionOfType(ResponseStatusException.class).isThrownBy(() -> inbox.html("17"));
    }

    @SuppressWarnings("unchecked")
    private List<Mail> listed() throws IOException {
        var model = new ExtendedModelMap();
        new InboxController(folder).list(model);
        return (List<Mail>) Objects.requireNonNull(model.getAttribute("mails"));
    }

    private static void send(int port, String subject, String html) throws MessagingException {
        var settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", "" + port);
        var mail = new MimeMessage(Session.getInstance(settings));
        mail.setFrom(new InternetAddress("shop@fjordwear.example"));
        mail.setRecipient(RecipientType.TO, new InternetAddress("mara@shopper.example"));
        mail.setSubject(subject, "UTF-8");
        var words = new MimeBodyPart();
        words.setText("In words.", "UTF-8");
        var page = new MimeBodyPart();
        page.setContent(html, "text/html; charset=UTF-8");
        mail.setContent(new MimeMultipart("alternative", words, page));
        Transport.send(mail);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
