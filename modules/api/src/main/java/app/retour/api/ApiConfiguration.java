package app.retour.api;

import app.retour.kernel.MasterKeys;
import graphql.execution.instrumentation.Instrumentation;
import graphql.language.FieldDefinition;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.client.GraphQlClient;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
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

    /** The most complex query on a page of the usual size, or a page of 200 rows of some 370 fields. */
    private static final int LARGEST_ANSWER = 75_000;

    @Bean
    RuntimeWiringConfigurer houseScalars() {
        return wiring -> wiring.scalar(HouseScalars.DATE_TIME)
                .scalar(HouseScalars.DATE)
                .scalar(HouseScalars.DECIMAL)
                .scalar(HouseScalars.JSON);
    }

    @Bean
    Instrumentation depthLimit() {
        return new DepthLimit(DEEPEST_QUERY);
    }

    @Bean
    Instrumentation complexityLimit() {
        return new ComplexityLimit(MOST_COMPLEX_QUERY, LARGEST_ANSWER);
    }

    @Bean
    GraphQlSourceBuilderCustomizer documentsArePrepared(PreparedDocuments documents) {
        return builder -> builder.configureGraphQl(graphql -> graphql.preparsedDocumentProvider(documents));
    }

    /**
     * Handlers run on the thread of the request, one after the other. Spring would give each a thread of its own, since
     * virtual ones cost little: but then the request is answered by a second dispatch through all filters, and one request
     * may hold many connections of the pool at once.
     */
    @Bean
    static BeanPostProcessor handlersStayOnTheRequestsThread() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof AnnotatedControllerConfigurer handlers) {
                    handlers.setBlockingMethodPredicate(_ -> false);
                }
                return bean;
            }
        };
    }

    /** Spring makes the types of pages and lets their edges be null; a page that is there has them, be they none. */
    @Bean
    GraphQlSourceBuilderCustomizer pagesHaveEdges() {
        return builder -> builder.configureTypeDefinitions(registry ->
                List.copyOf(registry.getTypes(ObjectTypeDefinition.class)).stream()
                        .filter(type -> type.getName().endsWith("Connection"))
                        .forEach(page -> {
                            registry.remove(page);
                            registry.add(page.transform(
                                    changed -> changed.fieldDefinitions(page.getFieldDefinitions().stream()
                                            .map(ApiConfiguration::neverNull)
                                            .toList())));
                        }));
    }

    private static FieldDefinition neverNull(FieldDefinition field) {
        return field.getName().equals("edges") && !(field.getType() instanceof NonNullType)
                ? field.transform(changed -> changed.type(new NonNullType(field.getType())))
                : field;
    }

    /** A schema with a field that nobody opened does not start. */
    @Bean
    SmartInitializingSingleton accessIsComplete(GraphQlSource source) {
        return () -> AccessRules.of(source.schema());
    }

    /** Signed, so that nobody reads or invents positions. */
    @Bean
    EncodingCursorStrategy<ScrollPosition> cursorStrategy(
            @Value("${retour.master-key}") String masterKey, @Value("${retour.other-master-keys:}") String others) {
        return CursorStrategy.withEncoder(
                new ScrollPositionCursorStrategy(), SignedCursors.under(MasterKeys.of(masterKey, others)));
    }

    @Bean
    GraphQlClient inProcessGraphQl(ExecutionGraphQlService service) {
        return GraphQlClient.builder(new InProcessTransport(service)).build();
    }
}
