package app.retour.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What two modules speak of is one enum of one of them. A copy that is bridged by its constants' names compiles when a
 * constant is added to one of the two, and throws when somebody uses it.
 */
class OneSetOfConstantsTests {
    private static final Pattern BRIDGE = Pattern.compile("\\bvalueOf\\(\\s*[\\w.()]*\\.name\\(\\)");

    @Test
    void noEnumIsReadByTheNameOfAnothersConstant() {
        var product = House.files("modules").stream()
                .filter(file -> file.toString().matches(".*/src/main/.*\\.java"))
                .toList();
        assertThat(product).hasSizeGreaterThan(1_000);
        assertThat(product.stream().flatMap(OneSetOfConstantsTests::bridges)).isEmpty();
    }

    @Test
    void aBridgeIsSeen() {
        assertThat(BRIDGE.matcher("Resolution.valueOf(one.name())").find()).isTrue();
        assertThat(BRIDGE.matcher("Fee.Per.valueOf(\n    terms.feePer().name())")
                        .find())
                .isTrue();
        assertThat(BRIDGE.matcher("State.valueOf(row.getString(\"name\"))").find())
                .isFalse();
    }

    private static Stream<String> bridges(Path file) {
        return BRIDGE.matcher(House.read(file)).results().map(found -> file.getFileName() + ": " + found.group());
    }
}
