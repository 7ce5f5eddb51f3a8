package app.retour.notifications.graphql;

import app.retour.api.Answers;
import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.api.Idempotency;
import app.retour.api.UserError;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.notifications.MessageTemplateVersion;
import app.retour.notifications.MessageTemplates;
import app.retour.notifications.MomentSetting;
import app.retour.notifications.Notifications;
import app.retour.notifications.TemplateDraft;
import app.retour.notifications.ledger.Notification;
import app.retour.notifications.ledger.NotificationId;
import app.retour.notifications.letters.MessagePreview;
import app.retour.notifications.letters.MessageTemplate;
import app.retour.notifications.letters.MessageVariable;
import app.retour.notifications.moments.Moment;
import app.retour.notifications.moments.NotificationAudience;
import app.retour.tenants.people.People;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Templates and moments in the API. */
@Controller
class MessageTemplateController {
    private final MessageTemplates templates;
    private final Notifications notifications;
    private final People people;
    private final Idempotency idempotency;

    MessageTemplateController(
            MessageTemplates templates, Notifications notifications, People people, Idempotency idempotency) {
        this.templates = templates;
        this.notifications = notifications;
        this.people = people;
        this.idempotency = idempotency;
    }

    @QueryMapping
    List<MomentSetting> moments() {
        return templates.moments();
    }

    @QueryMapping
    MessageTemplate messageTemplate(@Argument Moment moment, @Argument @Nullable String locale) {
        return templates.template(moment, locale(locale));
    }

    @QueryMapping
    MessagePreview messagePreview(@Argument MessagePreviewInput input) {
        return Answers.of(
                () -> templates.preview(
                        draft(input.moment, input.locale, input.subject, input.body, input.buttonLabel),
                        returnId(input.returnId)),
                preview -> preview,
                MessagePreview::refused);
    }

    @MutationMapping
    TemplatePayload saveMessageTemplate(@Argument SaveMessageTemplateInput input) {
        return Answers.of(
                () -> templates.save(
                        draft(input.moment, input.locale, input.subject, input.body, input.buttonLabel),
                        input.version,
                        Caller.current().actor()),
                TemplatePayload::of,
                TemplatePayload::refused);
    }

    @MutationMapping
    TemplatePayload revertMessageTemplate(@Argument RevertMessageTemplateInput input) {
        return Answers.of(
                () -> templates.revert(
                        input.moment,
                        locale(input.locale),
                        input.version,
                        Caller.current().actor()),
                TemplatePayload::of,
                TemplatePayload::refused);
    }

    @MutationMapping
    SendTestMessagePayload sendTestMessage(@Argument SendTestMessageInput input) {
        var person = Objects.requireNonNull(Caller.current().subject());
        return Answers.of(
                () -> {
                    var message = templates.test(
                            draft(input.moment, input.locale, input.subject, input.body, input.buttonLabel),
                            returnId(input.returnId));
                    return idempotency.once(
                            "sendTestMessage",
                            input.idempotencyKey,
                            input,
                            () -> templates.sendTest(
                                    message, person, people.get(person).email()),
                            sent -> sent.id().value().toString(),
                            id -> notifications
                                    .find(new NotificationId(UUID.fromString(id)))
                                    .orElseThrow());
                },
                sent -> new SendTestMessagePayload(sent, List.of()),
                errors -> new SendTestMessagePayload(null, errors));
    }

    @MutationMapping
    SwitchMomentPayload switchMoment(@Argument SwitchMomentInput input) {
        return Answers.of(
                () -> templates.switchMoment(input.moment, input.enabled),
                moment -> new SwitchMomentPayload(moment, List.of()),
                errors -> new SwitchMomentPayload(null, errors));
    }

    @SchemaMapping(typeName = "MomentSetting")
    String title(MomentSetting setting) {
        return setting.moment().title();
    }

    @SchemaMapping(typeName = "MomentSetting")
    String description(MomentSetting setting) {
        return setting.moment().description();
    }

    @SchemaMapping(typeName = "MomentSetting")
    NotificationAudience audience(MomentSetting setting) {
        return setting.moment().audience();
    }

    @SchemaMapping(typeName = "MessageTemplate")
    List<MessageTemplateVersion> history(MessageTemplate template) {
        return templates.history(template);
    }

    @SchemaMapping(typeName = "MessageTemplate")
    List<MessageVariable> variables(MessageTemplate template) {
        return templates.variables(template);
    }

    private static TemplateDraft draft(
            Moment moment,
            @Nullable String locale,
            @Nullable String subject,
            @Nullable String body,
            @Nullable String buttonLabel) {
        return new TemplateDraft(moment, locale(locale), subject, body, buttonLabel);
    }

    private static @Nullable UUID returnId(@Nullable String id) {
        return id == null ? null : GlobalId.parse(id, "Return");
    }

    private static @Nullable Locale locale(@Nullable String tag) {
        try {
            return tag == null
                    ? null
                    : new Locale.Builder().setLanguageTag(tag.strip()).build();
        } catch (IllformedLocaleException malformed) {
            throw new Refusal(ErrorCode.INVALID, "A locale is a BCP 47 tag, for example en or de-AT", "locale");
        }
    }

    record MessagePreviewInput(
            Moment moment,
            @Nullable String locale,
            @Nullable String returnId,
            @Nullable String subject,
            @Nullable String body,
            @Nullable String buttonLabel) {}

    record SaveMessageTemplateInput(
            Moment moment, @Nullable String locale, String subject, String body, String buttonLabel, int version) {}

    record RevertMessageTemplateInput(
            Moment moment, @Nullable String locale, int version) {}

    record SendTestMessageInput(
            Moment moment,
            @Nullable String locale,
            @Nullable String returnId,
            @Nullable String subject,
            @Nullable String body,
            @Nullable String buttonLabel,
            String idempotencyKey) {}

    record SwitchMomentInput(Moment moment, boolean enabled) {}

    record TemplatePayload(@Nullable MessageTemplate template, List<UserError> userErrors) {
        static TemplatePayload of(MessageTemplate template) {
            return new TemplatePayload(template, List.of());
        }

        static TemplatePayload refused(List<UserError> errors) {
            return new TemplatePayload(null, errors);
        }
    }

    record SendTestMessagePayload(@Nullable Notification notification, List<UserError> userErrors) {}

    record SwitchMomentPayload(@Nullable MomentSetting moment, List<UserError> userErrors) {}
}
