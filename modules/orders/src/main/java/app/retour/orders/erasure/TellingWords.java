package app.retour.orders.erasure;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Stream;

/** By which words a text is told to be about somebody, in small letters. */
final class TellingWords {
    /** Shorter words stand in other people's rows, too. */
    private static final int SHORTEST = 4;

    private TellingWords() {}

    /** In a row whole names and addresses stand. */
    static String[] ofRows(Collection<String> known) {
        return inSmallLetters(known.stream());
    }

    /** Files are called after people by their last names alone. */
    static String[] ofFileNames(Collection<String> known) {
        return inSmallLetters(
                known.stream().flatMap(word -> Stream.concat(Stream.of(word), Stream.of(word.split("[\\s,]+")))));
    }

    private static String[] inSmallLetters(Stream<String> words) {
        return words.map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= SHORTEST)
                .distinct()
                .toArray(String[]::new);
    }
}
