package app.retour.api;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** User errors as the schema tells them. */
@Controller
class UserErrorController {
    @SchemaMapping(typeName = "UserError")
    @Nullable
    List<String> field(UserError error, DataFetchingEnvironment environment) {
        return error.id() == null
                ? error.field()
                : IdPlaces.of(error.id(), environment.getExecutionStepInfo()).orElse(error.field());
    }
}
