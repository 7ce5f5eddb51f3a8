package app.retour.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.client.GraphQlClient;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import retour.testkit.RetourTest;

@RetourTest
class RequestsThreadTests {
    @Autowired
    GraphQlClient inProcessGraphQl;

    @Autowired
    Here handler;

    @Test
    void aHandlerRunsOnTheThreadOfItsRequest() {
        assertThat(inProcessGraphQl.document("{ here }").executeSync().getErrors())
                .isEmpty();
        assertThat(handler.ranOn.get()).isSameAs(Thread.currentThread());
    }

    /** Found by the scan of the tests' application. */
    @Controller
    static class Here {
        private final AtomicReference<@Nullable Thread> ranOn = new AtomicReference<>();

        @QueryMapping
        boolean here() {
            ranOn.set(Thread.currentThread());
            return true;
        }
    }
}
