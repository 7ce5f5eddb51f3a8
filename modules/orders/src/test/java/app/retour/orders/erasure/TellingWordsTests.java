package app.retour.orders.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** By which words a row or a file is told to be about somebody who is erased. */
class TellingWordsTests {
    @Test
    void aRowIsTheirsByWholeNamesAndAddressesInWhateverCase() {
        assertThat(TellingWords.ofRows(List.of("Ada LOVELACE ", "ada@Example.com", "Ada Lovelace")))
                .containsExactly("ada lovelace", "ada@example.com");
    }

    @Test
    void aFileIsCalledAfterAPersonByTheLastNameAlone() {
        assertThat(TellingWords.ofFileNames(List.of("Lovelace, Ada  Augusta")))
                .containsExactly("lovelace, ada  augusta", "lovelace", "augusta");
    }

    @Test
    void whatIsShortStandsInOtherPeoplesRowsToo() {
        assertThat(TellingWords.ofRows(List.of("Ada", "Li", " Bo ", "", "+49 3")))
                .containsExactly("+49 3");
        assertThat(TellingWords.ofFileNames(List.of("Li Bo"))).containsExactly("li bo");
    }

    @Test
    void nobodyHasNoWords() {
        assertThat(TellingWords.ofRows(List.of())).isEmpty();
        assertThat(TellingWords.ofFileNames(List.of(" "))).isEmpty();
    }
}
