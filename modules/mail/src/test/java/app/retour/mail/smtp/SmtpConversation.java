package app.retour.mail.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.retour.mail.MailTransport.Mail;
import app.retour.mail.MailTransport.Outcome;
import app.retour.mail.SenderAddress;
import app.retour.mail.journal.MailJournal;
import app.retour.mail.journal.MayEnd;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A server that answers as a test says and remembers what it heard, and the transport that talks to it. */
abstract class SmtpConversation {
    static final String HANG_UP = "hang up";
    static final String THEN_HANG_UP = "250 ok, and no more over this line";
    final List<String> heard = new CopyOnWriteArrayList<>();
    ServerSocket server = new ServerSocket(0);
    MailJournal journal;

    @TempDir
    Path journals;

    SmtpConversation() throws IOException {}

    @BeforeEach
    void open() {
        journal = MailJournal.in(journals);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        journal.close();
    }

    Outcome send(Map<String, String> answers) throws IOException {
        return send(answers, "ada@example.com");
    }

    Outcome send(Map<String, String> answers, String to) throws IOException {
        return send(answers, to, _ -> true);
    }

    static Mail mail(String to) {
        return new Mail("Lumen & Co", "help@lumen.example", to, "Hi", "t", "<p>t</p>", "<1@retour.example>");
    }

    Outcome send(Map<String, String> answers, String to, MayEnd mayEnd) throws IOException {
        listen(answers);
        try (var line = transport().open()) {
            return line.handOver(mail(to), mayEnd);
        }
    }

    SmtpTransport transport() {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getLocalPort());
        sender.getJavaMailProperties().setProperty("mail.smtp.chunksize", "1000");
        var beans = new StaticListableBeanFactory(Map.of("sender", sender));
        return new SmtpTransport(
                beans.getBeanProvider(JavaMailSenderImpl.class),
                new SenderAddress("Retour <no-reply@retour.example>"),
                Clock.systemUTC(),
                journal);
    }

    void listen(Map<String, String> answers) throws IOException {
        heard.clear();
        server.close();
        server = new ServerSocket(0);
        var listening = server;
        Thread.ofVirtual().start(() -> {
            while (!listening.isClosed()) {
                try {
                    var caller = listening.accept();
                    Thread.ofVirtual().start(() -> serve(caller, answers));
                } catch (IOException goneAway) {
                    // The end of the test.
                }
            }
        });
    }

    private void serve(Socket caller, Map<String, String> answers) {
        try (caller) {
            talk(caller, answers);
        } catch (IOException goneAway) {
            // The next call.
        }
    }

    private void talk(Socket caller, Map<String, String> answers) throws IOException {
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), UTF_8));
        say(caller, "220 hello");
        var inData = false;
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (inData && !line.equals(".")) {
                if (answers.containsKey(line.substring(0, Math.min(4, line.length())))) {
                    return;
                }
                continue;
            }
            var verb = inData ? "END" : line.substring(0, Math.min(4, line.length()));
            inData = verb.equals("DATA");
            var answer = answers.getOrDefault(verb, inData ? "354 go on" : "250 ok");
            if (answer.equals(HANG_UP)) {
                return;
            }
            say(caller, answer);
            if (answer.equals(THEN_HANG_UP)) {
                return;
            }
        }
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
    }
}
