package app.retour.returns.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.retour.returns.Slip;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A slip of question marks is never printed in silence. */
class LettersThatAreMissingTests {
    /** Of the private use area: letters of no font. */
    private static final String NOBODYS = "\ue123";

    private static final String NOBODYS_TOO = "\ue124";

    @Test
    void aBuildWithoutLettersDoesNotStartUnlessSomebodyKnows() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new SlipLetters(false, false))
                .withMessageContaining("Build it again without -Dfonts.skip");
        assertThat(new SlipLetters(true, false)).isNotNull();
        assertThat(new SlipLetters(false, true)).isNotNull();
    }

    @Test
    void aLetterThatNobodyHasIsToldAndCounted() {
        var line = new Slip.Line(1, "Lamp " + NOBODYS + NOBODYS + " " + NOBODYS_TOO, null, NOBODYS, "Other");
        var document = new SlipDocument(
                new Slip("R-1001", "BCDFGHJKLNPRSTVX", "#1001", List.of(line)),
                "Shop",
                List.of(),
                SlipWords.in(Locale.ENGLISH));
        document.pdf();
        assertThat(document.missing()).containsExactly(NOBODYS, NOBODYS_TOO);

        var letters = new SlipLetters(true);
        var meters = new SimpleMeterRegistry();
        letters.bindTo(meters);
        var said = new ListAppender<ILoggingEvent>();
        said.start();
        var logger = (Logger) LoggerFactory.getLogger(SlipLetters.class);
        logger.addAppender(said);
        try {
            letters.missed("R-1001", document.missing());
        } finally {
            logger.detachAppender(said);
        }
        assertThat(said.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEqualTo("The slip of R-1001 has no letters for U+E123, U+E124");
        assertThat(meters.get("retour.slip.letters.missing").functionCounter().count())
                .isEqualTo(2);
    }
}
