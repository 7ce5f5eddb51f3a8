package app.retour.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.TenantId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.graphql.client.GraphQlClient;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import retour.testkit.RetourTest;

@RetourTest
@ExtendWith(OutputCaptureExtension.class)
class ErrorAnswersTests {
    @Autowired
    GraphQlClient inProcessGraphQl;

    @AfterEach
    void endOfTheRequest() {
        MDC.remove(CorrelationId.KEY);
    }

    @Test
    void aFailureIsToldAndLoggedByTheOneIdOfItsRequest(CapturedOutput log) {
        MDC.put(CorrelationId.KEY, "request-4711");
        var staff = Caller.staff(new TenantId(UUID.randomUUID()), UUID.randomUUID(), Set.of());
        var error = staff.call(() -> inProcessGraphQl.document("{ explode }").executeSync())
                .getErrors()
                .getFirst();
        assertThat(error.getExtensions())
                .containsEntry("correlationId", "request-4711")
                .doesNotContainKey("errorId");
        assertThat(error.getMessage()).contains("request-4711").doesNotContain("the inside");
        assertThat(log.getOut()).contains("Field /explode failed, request-4711").contains("the inside");
    }

    /** Found by the scan of the tests' application. */
    @Controller
    static class Exploding {
        @QueryMapping
        boolean explode() {
            throw new IllegalStateException("the inside");
        }
    }
}
