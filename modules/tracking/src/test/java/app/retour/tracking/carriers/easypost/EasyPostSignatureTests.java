package app.retour.tracking.carriers.easypost;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** EasyPost's own vector, read where it lies. */
class EasyPostSignatureTests {
    private static final Path FIXTURES =
            Path.of(System.getProperty("retour.root", "../.."), "..", "shared", "fixtures");

    @Test
    void theVectorOfTheSenderHoldsAndItsForgeriesDoNot() throws Exception {
        var folder = FIXTURES.resolve("webhook-signatures/easypost");
        assumeTrue(Files.exists(folder), "EasyPost's vector is not here: skipped");
        var vector = new JsonMapper().readTree(folder.resolve("vector.json").toFile());
        var file = Files.readAllBytes(folder.resolve("event-body.json"));
        var body = file[file.length - 1] == '\n' ? Arrays.copyOf(file, file.length - 1) : file;
        var secret = vector.get("secret").asString();
        var signature = vector.get("signature").asString();
        assertThat(EasyPostSignature.holds(signature, body, secret)).isTrue();
        assertThat(EasyPostSignature.holds(signature, (new String(body, UTF_8) + "\n").getBytes(UTF_8), secret))
                .as("a newline more")
                .isFalse();
        assertThat(EasyPostSignature.holds(null, body, secret)).isFalse();
        assertThat(EasyPostSignature.holds("some-signature", body, secret)).isFalse();
        assertThat(EasyPostSignature.holds(signature, body, "secret")).isFalse();
        assertThat(EasyPostSignature.holds(signature, body, new String(secret.getBytes(UTF_8), ISO_8859_1)))
                .isFalse();
    }

    @Test
    void theSecretIsDecomposedWhateverFormItWasTypedIn() {
        var body = "{}".getBytes(UTF_8);
        assertThat(EasyPostSignature.of(body, "s\u00e9cret")).isEqualTo(EasyPostSignature.of(body, "se\u0301cret"));
    }
}
