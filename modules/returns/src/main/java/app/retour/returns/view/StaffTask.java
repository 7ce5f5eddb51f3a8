package app.retour.returns.view;

import app.retour.returns.events.ReturnId;
import app.retour.returns.events.ReturnItemId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that a person has to do. */
public record StaffTask(
        UUID taskId,
        StaffTaskKind kind,
        String text,
        @Nullable ReturnId returnId,
        @Nullable ReturnItemId itemId,
        Instant openedAt,
        @Nullable Instant doneAt,
        @Nullable String reference) {}
