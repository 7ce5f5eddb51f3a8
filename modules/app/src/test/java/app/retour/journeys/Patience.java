package app.retour.journeys;

import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** How people go on who get no answer, since nobody is there or was killed before they were answered. */
final class Patience {
    private static final int MOST_TRIES_IN_PEACE = 100;
    private final Acknowledged yes;
    private volatile boolean inPeace;

    Patience(Acknowledged yes) {
        this.yes = yes;
    }

    /** Nobody is killed any more: whoever still gets no answer may complain. */
    void inPeace() {
        inPeace = true;
    }

    /** Until there is an answer, or none is waited for any more. */
    Optional<JsonNode> answered(Random random, Supplier<JsonNode> question) throws InterruptedException {
        for (var tries = 0; ; tries++) {
            try {
                return Optional.of(question.get());
            } catch (Refused no) {
                // Of a back-test that was given up nobody knows here that it goes on.
                if (!String.valueOf(no.getMessage()).contains("Another back-test is under way")) {
                    yes.refused.add(String.valueOf(no.getMessage()));
                }
                return Optional.empty();
            } catch (AssertionError silence) {
                if (tries == 0 && random.nextInt(5) == 0) {
                    yes.givenUp.incrementAndGet();
                    return Optional.empty();
                }
                yes.askedAgain.incrementAndGet();
                waitAfter(silence, tries);
            }
        }
    }

    /** What changes nothing is simply asked again. */
    <T> T insist(Supplier<T> question) throws InterruptedException {
        for (var tries = 0; ; tries++) {
            try {
                return question.get();
            } catch (AssertionError silence) {
                waitAfter(silence, tries);
            }
        }
    }

    private void waitAfter(AssertionError silence, int tries) throws InterruptedException {
        if (inPeace && tries > MOST_TRIES_IN_PEACE) {
            throw silence;
        }
        TimeUnit.MILLISECONDS.sleep(200);
    }

    /** An answer, and it was no. */
    static final class Refused extends RuntimeException {
        Refused(String message) {
            super(message);
        }
    }
}
