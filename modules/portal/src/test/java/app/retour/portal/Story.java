package app.retour.portal;

import app.retour.api.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.GraphQlRequest;
import org.springframework.graphql.GraphQlResponse;
import org.springframework.graphql.client.GraphQlTransport;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers the portal's operations from files, as the schema would; remembers what was asked. */
class Story implements GraphQlTransport {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final List<GraphQlRequest> asked = new CopyOnWriteArrayList<>();

    List<GraphQlRequest> asked(String operation) {
        return asked.stream()
                .filter(request -> operationOf(request).equals(operation))
                .toList();
    }

    void forget() {
        asked.clear();
    }

    @Override
    public Mono<GraphQlResponse> execute(GraphQlRequest request) {
        asked.add(request);
        return Mono.just(answer(operationOf(request), request));
    }

    @Override
    public Flux<GraphQlResponse> executeSubscription(GraphQlRequest request) {
        return Flux.empty();
    }

    private static GraphQlResponse answer(String operation, GraphQlRequest request) {
        if (!List.of("Storefront", "StartShopperSession").contains(operation)
                && !Caller.current().is(Caller.Kind.SHOPPER)) {
            return failed("UNAUTHORIZED");
        }
        return switch (operation) {
            case "Storefront" -> told("storefront");
            case "StartShopperSession" -> proved(request);
            case "ReturnOptions" -> told("return-options");
            case "PreviewReturn" -> told("preview-return");
            case "ReturnsOfOrder" -> told("returns-of-order");
            case "Return" -> returned(String.valueOf(request.getVariables().get("id")));
            case "RequestReturn" -> changed("requestReturn", "approved");
            case "AnnounceTracking" -> changed("announceTracking", "way");
            case "CancelReturn" -> changed("cancelReturn", "approved");
            case "GiveEvidence" -> changed("giveEvidence", "review");
            default -> failed("INTERNAL_ERROR");
        };
    }

    private static GraphQlResponse returned(String id) {
        if (id.equals("broken")) {
            return failed("INTERNAL_ERROR");
        }
        return new ClassPathResource("story/return-" + id + ".json").exists()
                ? told("return-" + id)
                : data(Collections.singletonMap("return", null));
    }

    private static GraphQlResponse proved(GraphQlRequest request) {
        var input = (Map<?, ?>) Objects.requireNonNull(request.getVariables().get("input"));
        var number = String.valueOf(input.get("orderNumber"));
        if (number.equals("often")) {
            return refused("startShopperSession", "THROTTLED", "Too many tries");
        }
        return number.replace("#", "").equals("1001")
                ? data(Map.of("startShopperSession", Map.of("token", "good", "userErrors", List.of())))
                : refused("startShopperSession", "NOT_FOUND", "No such order");
    }

    private static GraphQlResponse changed(String field, String id) {
        return data(Map.of(field, Map.of("return", Map.of("id", id), "userErrors", List.of())));
    }

    private static GraphQlResponse refused(String field, String code, String message) {
        return data(Map.of(field, Map.of("userErrors", List.of(Map.of("message", message, "code", code)))));
    }

    @SuppressWarnings("unchecked")
    private static GraphQlResponse told(String name) {
        try (var content = new ClassPathResource("story/" + name + ".json").getInputStream()) {
            return data(JSON.readValue(content, Map.class));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static GraphQlResponse data(Map<String, ?> data) {
        return GraphQlTransport.createResponse(Map.of("data", data));
    }

    private static GraphQlResponse failed(String classification) {
        var error = Map.of(
                "message",
                "As the story goes",
                "extensions",
                Map.of("classification", classification, "correlationId", "e-4711"));
        return GraphQlTransport.createResponse(Map.of("errors", List.of(error)));
    }

    private static String operationOf(GraphQlRequest request) {
        return request.getDocument().split("[ ({]+", 3)[1];
    }
}
