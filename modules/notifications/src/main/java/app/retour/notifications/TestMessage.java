package app.retour.notifications;

import app.retour.kernel.Refusal;
import app.retour.notifications.letters.Letter;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A draft as it was written to be looked at in somebody's mail program, or what is wrong with it. */
public final class TestMessage {
    private final TemplateDraft draft;
    private final @Nullable UUID returnId;
    private final Supplier<Letter> letter;

    TestMessage(TemplateDraft draft, @Nullable UUID returnId, Supplier<Letter> letter) {
        this.draft = draft;
        this.returnId = returnId;
        this.letter = letter;
    }

    TemplateDraft draft() {
        return draft;
    }

    @Nullable
    UUID returnId() {
        return returnId;
    }

    /** @throws Refusal why it could not be written */
    Letter letter() {
        return letter.get();
    }
}
