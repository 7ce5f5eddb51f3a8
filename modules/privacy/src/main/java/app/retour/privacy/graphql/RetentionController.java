package app.retour.privacy.graphql;

import app.retour.api.Answers;
import app.retour.api.UserError;
import app.retour.privacy.Retention;
import app.retour.privacy.RetentionNight;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** How long things are kept, in the API. */
@Controller
class RetentionController {
    private final Retention retention;

    RetentionController(Retention retention) {
        this.retention = retention;
    }

    record Settings(int daysAfterClose) {}

    record Payload(@Nullable Settings privacySettings, List<UserError> userErrors) {}

    @QueryMapping
    Settings privacySettings() {
        return new Settings(retention.daysAfterClose());
    }

    @QueryMapping
    List<RetentionNight> retentionNights() {
        return retention.nights();
    }

    @SchemaMapping(typeName = "RetentionNight")
    List<ErasureController.Count> counts(RetentionNight night) {
        return night.counts().entrySet().stream()
                .map(count -> new ErasureController.Count(count.getKey(), count.getValue()))
                .toList();
    }

    /** The same again changes nothing, so it needs no key. */
    @MutationMapping
    Payload updatePrivacySettings(@Argument Settings input) {
        return Answers.of(
                () -> retention.keepFor(input.daysAfterClose),
                days -> new Payload(new Settings(days), List.of()),
                errors -> new Payload(null, errors));
    }
}
