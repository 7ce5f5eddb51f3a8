package app.retour.returns.graphql;

import app.retour.api.Caller;
import app.retour.api.NodeSource;
import app.retour.returns.Returns;
import app.retour.returns.events.RefundId;
import app.retour.returns.events.ReturnId;
import app.retour.returns.receiving.Receiving;
import app.retour.returns.refunds.Refunds;
import app.retour.returns.settings.ReturnSetup;
import app.retour.returns.status.ReceiptId;
import app.retour.returns.view.Return;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where {@code node(id)} finds what this module owns; a shopper finds only what hangs on their order. */
@Configuration(proxyBeanMethods = false)
class ReturnNodes {
    private record Source(String type, Function<UUID, Optional<?>> finder) implements NodeSource {
        @Override
        public Optional<?> find(UUID id) {
            return finder.apply(id);
        }
    }

    @Bean
    NodeSource returnNode(Returns returns) {
        return new Source("Return", id -> returns.find(new ReturnId(id)).filter(WireIds::isTheirs));
    }

    @Bean
    NodeSource returnItemNode(Returns returns) {
        return new Source(
                "ReturnItem",
                id -> returns.ofItem(id)
                        .filter(WireIds::isTheirs)
                        .flatMap(of -> of.items().stream()
                                .filter(item -> item.itemId().value().equals(id))
                                .findFirst()));
    }

    @Bean
    NodeSource refundNode(Refunds refunds, Returns returns) {
        return new Source(
                "Refund",
                id -> refunds.find(new RefundId(id))
                        .filter(refund -> returns.find(refund.returnId())
                                .filter(WireIds::isTheirs)
                                .isPresent()));
    }

    @Bean
    NodeSource receiptNode(Receiving receiving) {
        return new Source("Receipt", id -> isShopper() ? Optional.empty() : receiving.find(new ReceiptId(id)));
    }

    @Bean
    NodeSource reasonNode(ReturnSetup setup) {
        return new Source(
                "ReturnReason",
                id -> setup.reasons(true).stream()
                        .filter(reason -> reason.reasonId().value().equals(id))
                        .findFirst());
    }

    @Bean
    NodeSource evidenceRequestNode(Returns returns) {
        return new Source(
                "EvidenceRequest",
                id -> returns.ofEvidenceRequest(id).filter(WireIds::isTheirs).flatMap(of -> requestIn(of, id)));
    }

    private static Optional<?> requestIn(Return of, UUID id) {
        return of.evidenceRequests().stream()
                .filter(request -> request.requestId().value().equals(id))
                .findFirst();
    }

    private static boolean isShopper() {
        return Caller.current().is(Caller.Kind.SHOPPER);
    }
}
