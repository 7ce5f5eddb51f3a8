package app.retour.returns.graphql;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.returns.Returns;
import app.retour.returns.events.ReturnId;
import app.retour.returns.events.ReturnItemId;
import app.retour.returns.view.Return;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads ids as callers send them, and sees to it that a shopper touches only what hangs on their session's order. */
@Component
class WireIds {
    private static final int UUID_LENGTH = 36;
    private final Returns returns;

    WireIds(Returns returns) {
        this.returns = returns;
    }

    /** @throws Refusal NOT_FOUND when it is none, or not this caller's */
    ReturnId returnOf(String id) {
        var parsed = new ReturnId(GlobalId.parse(id, "Return"));
        if (Caller.current().is(Caller.Kind.SHOPPER)
                && returns.find(parsed).filter(WireIds::isTheirs).isEmpty()) {
            throw new Refusal(ErrorCode.NOT_FOUND, "There is no such return", "returnId");
        }
        return parsed;
    }

    static boolean isTheirs(Return found) {
        return Caller.current().mayTouchOrder(found.orderId());
    }

    /** The order that is meant: a shopper's own, whatever they say. */
    static UUID order(@Nullable String id) {
        var caller = Caller.current();
        if (caller.is(Caller.Kind.SHOPPER)) {
            var own = caller.order();
            if (own == null || (id != null && !own.equals(GlobalId.parse(id, "Order")))) {
                throw new Refusal(ErrorCode.NOT_FOUND, "There is no such order", "orderId");
            }
            return own;
        }
        if (id == null) {
            throw new Refusal(ErrorCode.REQUIRED, "Say which order is meant", "orderId");
        }
        return GlobalId.parse(id, "Order");
    }

    static ReturnItemId item(String id) {
        return new ReturnItemId(GlobalId.parse(id, "ReturnItem"));
    }

    /** Files are named by the id of their node or by the id that the upload answered. */
    static List<UUID> files(@Nullable List<String> ids) {
        return ids == null ? List.of() : ids.stream().map(WireIds::file).toList();
    }

    private static UUID file(String id) {
        if (id.length() == UUID_LENGTH) {
            try {
                return UUID.fromString(id);
            } catch (IllegalArgumentException notOne) {
                // Then it is a node's id, or nothing.
            }
        }
        return GlobalId.parse(id, "StoredFile");
    }
}
