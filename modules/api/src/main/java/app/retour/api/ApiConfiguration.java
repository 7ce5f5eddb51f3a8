package app.retour.api;

import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.client.GraphQlClient;
import org.springframework.graphql.data.pagination.CursorStrategy;
import org.springframework.graphql.data.pagination.EncodingCursorStrategy;
import org.springframework.graphql.data.query.ScrollPositionCursorStrategy;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** What the pieces of the schema share at run time. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {
    /** GraphiQL's introspection query needs 13. */
    private static final int DEEPEST_QUERY = 15;

    private static final int MOST_COMPLEX_QUERY = 1_500;

    @Bean
    RuntimeWiringConfigurer houseScalars() {
        return wiring -> wiring.scalar(HouseScalars.DATE_TIME)
                .scalar(HouseScalars.DATE)
                .scalar(HouseScalars.DECIMAL)
                .scalar(HouseScalars.JSON);
    }

    @Bean
    Instrumentation depthLimit() {
        return new MaxQueryDepthInstrumentation(DEEPEST_QUERY);
    }

    @Bean
    Instrumentation complexityLimit() {
        return new MaxQueryComplexityInstrumentation(MOST_COMPLEX_QUERY);
    }

    /** A schema with a field that nobody opened does not start. */
    @Bean
    SmartInitializingSingleton accessIsComplete(GraphQlSource source) {
        return () -> AccessRules.of(source.schema());
    }

    /** Signed, so that nobody reads or invents positions. */
    @Bean
    EncodingCursorStrategy<ScrollPosition> cursorStrategy(@Value("${retour.master-key}") String masterKey) {
        return CursorStrategy.withEncoder(new ScrollPositionCursorStrategy(), SignedCursors.under(masterKey));
    }

    @Bean
    GraphQlClient inProcessGraphQl(ExecutionGraphQlService service) {
        return GraphQlClient.builder(new InProcessTransport(service)).build();
    }
}
