package app.retour.returns.view;

import app.retour.kernel.Money;
import app.retour.kernel.Phrase;
import app.retour.returns.eligibility.ExchangeVariant;
import app.retour.returns.events.ReturnId;
import app.retour.returns.events.ReturnItemId;
import app.retour.returns.settings.ReturnReason;
import app.retour.returns.status.ItemDecision;
import app.retour.rules.policy.RefundMoment;
import app.retour.rules.policy.Resolution;
import app.retour.rules.policy.ReturnShipping;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One order line's quantity with one reason and one resolution, decided on its own.
 *
 * @param value paid for this quantity, tax as the shop shows it
 * @param decisionReason why it was rejected, in words meant for the shopper
 * @param because why it was decided so, in words meant for the team
 * @param fee as the rules set it: a flat one in the shop's currency
 * @param keepItem the shopper keeps the goods; nothing is to be sent
 */
public record ReturnItem(
        ReturnItemId itemId,
        ReturnId returnId,
        UUID orderLineId,
        @Nullable String sku,
        String title,
        @Nullable String variantTitle,
        @Nullable UUID imageFile,
        int quantity,
        Money value,
        ReturnReason reason,
        @Nullable String comment,
        List<UUID> photoFiles,
        Resolution resolution,
        @Nullable ExchangeVariant exchangeFor,
        ItemDecision decision,
        @Nullable Phrase decisionReason,
        @Nullable String because,
        boolean keepItem,
        @Nullable Money fee,
        ReturnShipping returnShipping,
        RefundMoment refundMoment,
        Goods goods) {}
