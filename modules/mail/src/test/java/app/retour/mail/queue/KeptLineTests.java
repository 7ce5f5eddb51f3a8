package app.retour.mail.queue;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.mail.MailTransport;
import app.retour.mail.journal.MayEnd;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptLineTests {
    private final List<Call> calls = new ArrayList<>();
    private final KeptLine lines = new KeptLine(new Server());

    @Test
    void theNextBatchFindsTheLineOfTheLast() throws IOException {
        try (var first = new OpenLine(lines)) {
            assertThat(first.isReady()).isTrue();
        }
        try (var second = new OpenLine(lines)) {
            assertThat(second.isReady()).isTrue();
            assertThat(second.line()).isSameAs(calls.getFirst());
        }
        assertThat(calls).hasSize(1);
    }

    @Test
    void oneThatTheServerCutMeanwhileIsClosedAndAnotherTaken() throws IOException {
        lines.keep(lines.take());
        calls.getFirst().isOpen = false;
        assertThat(lines.take()).isSameAs(calls.getLast());
        assertThat(calls).hasSize(2);
        assertThat(calls.getFirst().isClosed).isTrue();
    }

    @Test
    void whoeverComesWhileItIsInUseOpensAnotherAndOneOfThemIsKept() throws IOException {
        var one = lines.take();
        var other = lines.take();
        assertThat(other).isNotSameAs(one);
        lines.keep(one);
        lines.keep(other);
        assertThat(calls).extracting(call -> call.isClosed).containsExactly(true, false);
        assertThat(lines.take()).isSameAs(other);
    }

    @Test
    void oneThatNobodyNeedsIsClosedInAWhile() throws IOException {
        lines.keep(lines.take());
        lines.hangUp(Duration.ofDays(1));
        assertThat(calls.getFirst().isClosed).isFalse();
        lines.hangUp(Duration.ZERO);
        assertThat(calls.getFirst().isClosed).isTrue();
        lines.take();
        assertThat(calls).hasSize(2);
    }

    private final class Server implements MailTransport {
        @Override
        public boolean isConfigured() {
            return true;
        }

        @Override
        public Line open() {
            calls.add(new Call());
            return calls.getLast();
        }
    }

    private static final class Call implements MailTransport.Line {
        private boolean isOpen = true;
        private boolean isClosed;

        @Override
        public boolean isOpen() {
            return isOpen && !isClosed;
        }

        @Override
        public MailTransport.Outcome handOver(MailTransport.Mail mail, MayEnd mayEnd) {
            return new MailTransport.Outcome.Accepted("250 ok");
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }
}
