package app.retour.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a refusal is told. */
class RefusalTests {
    @Test
    void namesTheReasonAndThePlaceInTheInput() {
        var refusal = new Refusal(ErrorCode.QUANTITY_EXCEEDED, "Only 1 is left", "items", "0", "quantity");
        assertThat(refusal.code()).isEqualTo(ErrorCode.QUANTITY_EXCEEDED);
        assertThat(refusal.field()).containsExactly("items", "0", "quantity");
        assertThat(refusal).hasMessage("Only 1 is left");
        assertThat(new Refusal(ErrorCode.STALE, "Load it again").field()).isEmpty();
    }

    /** It is an answer and no fault: made often, and never looked at in a log. */
    @Test
    void keepsNoTrace() {
        var refusal = new Refusal(ErrorCode.INVALID, "No");
        refusal.addSuppressed(new IllegalStateException());
        assertThat(refusal.getStackTrace()).isEmpty();
        assertThat(refusal.getSuppressed()).isEmpty();
    }

    @Test
    void anIdThatNamesNothingIsKnownAsItWasGiven() {
        var id = Ids.next();
        assertThat(new UnknownId(id, "There is no such order").id()).isEqualTo(id.toString());
        var garbled = new UnknownId("T3JkZXI6x", "There is no such order");
        assertThat(garbled.id()).isEqualTo("T3JkZXI6x");
        assertThat(garbled.code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(garbled.field()).as("the API finds the place").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Actor.Kind.class,
            names = {"POLICY", "CARRIER", "CLOCK", "SYSTEM"})
    void whatIsNoPersonHasNoId(Actor.Kind kind) {
        var actor = switch (kind) {
            case POLICY -> Actor.policy();
            case CARRIER -> Actor.carrier();
            case CLOCK -> Actor.clock();
            default -> Actor.system();
        };
        assertThat(actor).isEqualTo(Actor.of(kind)).isEqualTo(new Actor(kind, null));
    }
}
