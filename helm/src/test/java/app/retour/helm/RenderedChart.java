package app.retour.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What `helm template` makes of the chart, as documents one can walk. */
record RenderedChart(List<Map<String, Object>> documents) {

    private static final Path CHART = Path.of("retour").toAbsolutePath();

    /**
     * Renders the release `shop` with the values that differ from the defaults. Through this library rendering leaves
     * hooks out, so what is to be seen of the migration needs `migration.hook=false`.
     */
    static RenderedChart with(Map<String, ?> values) {
        var template = new Helm(CHART).template().withName("shop").withNamespace("returns");
        values.forEach(template::set);
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return new RenderedChart(
                StreamSupport.stream(yaml.loadAll(template.call()).spliterator(), false)
                        .filter(Objects::nonNull)
                        .map(RenderedChart::mapping)
                        .toList());
    }

    static LintResult linted() {
        return new Helm(CHART).lint().strict().call();
    }

    Stream<String> kinds() {
        return documents.stream().map(document -> (String) Objects.requireNonNull(document.get("kind")));
    }

    /** The one document of that kind. */
    Node only(String kind) {
        var found = documents.stream()
                .filter(document -> kind.equals(document.get("kind")))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " documents of kind " + kind);
        }
        return new Node(found.getFirst());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> mapping(Object document) {
        return (Map<String, Object>) document;
    }

    /** A place in a document; numbers in a path are places in a list. */
    record Node(Object value) {

        Map<?, ?> map(String path) {
            return (Map<?, ?>) Objects.requireNonNull(at(path));
        }

        List<?> list(String path) {
            return (List<?>) Objects.requireNonNull(at(path));
        }

        @Nullable
        Object at(String path) {
            Object here = value;
            for (var step : path.split("/", -1)) {
                here = here instanceof List<?> list
                        ? list.get(Integer.parseInt(step))
                        : here instanceof Map<?, ?> map ? map.get(step) : null;
                if (here == null) {
                    return null;
                }
            }
            return here;
        }
    }
}
