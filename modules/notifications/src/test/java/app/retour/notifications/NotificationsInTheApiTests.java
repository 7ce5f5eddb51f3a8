package app.retour.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.GlobalId;
import app.retour.notifications.moments.Moment;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class NotificationsInTheApiTests extends NotificationsApi {
    @Test
    void momentsShowTheirWordsVariablesAndHistory() {
        ask("{ moments { moment title description audience enabled template { subject body buttonLabel isDefault version locale variables { name description example } history { version } } } }")
                .path("moments")
                .entityList(Object.class)
                .hasSize(Moment.values().length)
                .path("moments[0].template.variables[0].example")
                .entity(String.class)
                .isEqualTo("Lumen & Co");
    }

    @Test
    void aMistakeInATemplateIsAUserErrorThatNamesFieldAndLine() {
        mutate(
                        "saveMessageTemplate",
                        "SaveMessageTemplateInput",
                        "template { version }",
                        Map.of(
                                "moment", "APPROVED",
                                "subject", "Hi",
                                "body", "one\n{% if %}",
                                "buttonLabel", "Open",
                                "version", 0))
                .path("saveMessageTemplate.userErrors[0].field[0]")
                .entity(String.class)
                .isEqualTo("body")
                .path("saveMessageTemplate.userErrors[0].message")
                .entity(String.class)
                .satisfies(message -> assertThat(message).startsWith("Line 2"));
        ask("{ messagePreview(input: {moment: APPROVED, body: \"{{ nope }}\"}) { subject size userErrors { code field } } }")
                .path("messagePreview.userErrors[0].code")
                .entity(String.class)
                .isEqualTo("INVALID");
    }

    @Test
    void aPreviewIsRenderedByTheServer() {
        ask("{ messagePreview(input: {moment: APPROVED, returnId: \"%s\"}) { subject html text size userErrors { code } } }"
                        .formatted(GlobalId.of("Return", lamp)))
                .path("messagePreview.subject")
                .entity(String.class)
                .satisfies(subject -> assertThat(subject).startsWith("Return R-1001 approved"))
                .path("messagePreview.text")
                .entity(String.class)
                .satisfies(text -> assertThat(text).contains("Lamp 2"));
    }

    /** A template that takes its time would hold one of the few connections that everybody shares. */
    @Test
    void noTransactionIsOpenWhileWordsAreFilled() {
        var inTransaction = new ArrayList<Boolean>();
        clock.follow(
                new Watched(() -> inTransaction.add(TransactionSynchronizationManager.isActualTransactionActive())));
        var draft = Map.<String, Object>of(
                "moment", "APPROVED", "subject", "Hi", "body", "{{ 'now' | date: '%Y' }}", "buttonLabel", "Open");
        ask(
                "{ messagePreview(input: {moment: APPROVED, body: \"{{ 'now' | date: '%%Y' }}\", returnId: \"%s\"}) { text } }"
                        .formatted(GlobalId.of("Return", lamp)));
        assertThat(inTransaction).as("the example and the real one").containsExactly(false, false);

        inTransaction.clear();
        mutate("sendTestMessage", "SendTestMessageInput", "notification { id }", with(draft, "idempotencyKey", "t"));
        mutate("saveMessageTemplate", "SaveMessageTemplateInput", "template { version }", with(draft, "version", 0));
        assertThat(inTransaction).containsExactly(false, false);
    }

    /** What a test message cannot say is refused each time, and not kept under the key of the one that said it well. */
    @Test
    void aTestMessageIsSentOnceForEachKeyWhateverItsWordsBecame() {
        var good = Map.<String, Object>of("moment", "APPROVED", "subject", "Hi", "idempotencyKey", "t1");
        var id = sent(good)
                .path("sendTestMessage.notification.id")
                .entity(String.class)
                .get();
        sent(good).path("sendTestMessage.notification.id").entity(String.class).isEqualTo(id);
        var bad = Map.<String, Object>of("moment", "APPROVED", "subject", "{{ nope }}", "idempotencyKey", "t2");
        sent(bad)
                .path("sendTestMessage.userErrors[0].field[0]")
                .entity(String.class)
                .isEqualTo("subject");
        sent(with(bad, "subject", "Hi"))
                .path("sendTestMessage.userErrors")
                .entityList(Object.class)
                .hasSize(0);
    }
}
