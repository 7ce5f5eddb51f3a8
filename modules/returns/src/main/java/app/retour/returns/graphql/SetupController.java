package app.retour.returns.graphql;

import app.retour.api.Answers;
import app.retour.api.GlobalId;
import app.retour.api.Idempotency;
import app.retour.api.UserError;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.kernel.ShopAmount;
import app.retour.returns.settings.OutboundShippingPolicy;
import app.retour.returns.settings.ReasonId;
import app.retour.returns.settings.ReturnReason;
import app.retour.returns.settings.ReturnSettings;
import app.retour.returns.settings.ReturnSettingsChange;
import app.retour.returns.settings.ReturnSetup;
import app.retour.rules.policy.Resolution;
import app.retour.rules.policy.ReturnShipping;
import app.retour.rules.vocabulary.ReasonGroup;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What a merchant sets up for returns, in the API. */
@Controller
class SetupController {
    private final ReturnSetup setup;
    private final Idempotency idempotency;

    SetupController(ReturnSetup setup, Idempotency idempotency) {
        this.setup = setup;
        this.idempotency = idempotency;
    }

    @QueryMapping
    List<ReturnReason> returnReasons(@Argument boolean includeArchived) {
        return setup.reasons(includeArchived);
    }

    @QueryMapping
    ReturnSettings returnSettings() {
        return setup.settings();
    }

    @SchemaMapping
    @Nullable
    Money labelFee(ReturnSettings of) {
        return of.labelFee() instanceof ShopAmount set ? set.money() : null;
    }

    @SchemaMapping
    @Nullable
    Money agentAdjustmentLimit(ReturnSettings of) {
        return of.agentAdjustmentLimit() instanceof ShopAmount set ? set.money() : null;
    }

    @MutationMapping
    ReasonPayload createReason(@Argument CreateReasonInput input) {
        return answer(() -> idempotency.once(
                "createReason",
                input.idempotencyKey(),
                input,
                () -> setup.createReason(input.code(), input.group(), texts(input.texts()), input.position()),
                ReturnReason::code,
                known -> setup.reasons(true).stream()
                        .filter(reason -> reason.code().equals(known))
                        .findFirst()
                        .orElseThrow()));
    }

    @MutationMapping
    ReasonPayload updateReason(@Argument UpdateReasonInput input) {
        var texts = input.texts();
        return answer(() -> setup.updateReason(
                id(input.reasonId()), input.group(), texts == null ? null : texts(texts), input.position()));
    }

    @MutationMapping
    ReasonPayload archiveReason(@Argument ArchiveReasonInput input) {
        return answer(() -> setup.archiveReason(id(input.reasonId()), input.archived()));
    }

    @MutationMapping
    SettingsPayload updateReturnSettings(@Argument UpdateReturnSettingsInput input) {
        return Answers.of(
                () -> setup.change(new ReturnSettingsChange(
                        input.version(),
                        input.resolutions(),
                        input.assumedTransitDays(),
                        Boolean.TRUE.equals(input.assumeNoDelivery()),
                        input.hoursToWaitForRest(),
                        input.evidenceDays(),
                        input.refundOutboundShipping(),
                        input.returnShipping(),
                        input.labelFee(),
                        input.agentAdjustmentLimit(),
                        Boolean.TRUE.equals(input.agentsAdjustFreely()))),
                changed -> new SettingsPayload(changed, List.of()),
                errors -> new SettingsPayload(null, errors));
    }

    private static Map<String, String> texts(List<ReasonTextInput> texts) {
        var result = new LinkedHashMap<String, String>();
        for (var i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            if (result.put(text.locale(), text.text()) != null) {
                throw new Refusal(
                        ErrorCode.TAKEN,
                        "There is another text in this language (%s)".formatted(text.locale()),
                        "texts",
                        String.valueOf(i),
                        "locale");
            }
        }
        return result;
    }

    private static ReasonId id(String id) {
        return new ReasonId(GlobalId.parse(id, "ReturnReason"));
    }

    private static ReasonPayload answer(Supplier<ReturnReason> action) {
        return Answers.of(
                action, done -> new ReasonPayload(done, List.of()), errors -> new ReasonPayload(null, errors));
    }

    record ReasonTextInput(String locale, String text) {}

    record CreateReasonInput(
            String code,
            ReasonGroup group,
            List<ReasonTextInput> texts,
            @Nullable Integer position,
            String idempotencyKey) {}

    record UpdateReasonInput(
            String reasonId,
            @Nullable ReasonGroup group,
            @Nullable List<ReasonTextInput> texts,
            @Nullable Integer position) {}

    record ArchiveReasonInput(String reasonId, boolean archived) {}

    record UpdateReturnSettingsInput(
            int version,
            @Nullable List<Resolution> resolutions,
            @Nullable Integer assumedTransitDays,
            @Nullable Boolean assumeNoDelivery,
            @Nullable Integer hoursToWaitForRest,
            @Nullable Integer evidenceDays,
            @Nullable OutboundShippingPolicy refundOutboundShipping,
            @Nullable ReturnShipping returnShipping,
            @Nullable BigDecimal labelFee,
            @Nullable BigDecimal agentAdjustmentLimit,
            @Nullable Boolean agentsAdjustFreely) {}

    record ReasonPayload(@Nullable ReturnReason reason, List<UserError> userErrors) {}

    record SettingsPayload(@Nullable ReturnSettings settings, List<UserError> userErrors) {}
}
