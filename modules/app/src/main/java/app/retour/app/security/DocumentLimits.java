package app.retour.app.security;

import graphql.ExecutionInput;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.DocumentAndVariables;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Refuses, before it is even validated, a document that asks for one thing under many names, or that unfolds to far more
 * than it says: fragments that each spread the next one twice double with every line.
 */
@Component
class DocumentLimits extends SimplePerformantInstrumentation {
    private static final int MOST_ALIASES = 60;
    private static final int MOST_FIELDS = 5_000;
    private static final int LONGEST_DOCUMENT = 30_000;

    /** Before it is parsed: blanks and comments are no tokens to the parser's own limit. */
    @Override
    public ExecutionInput instrumentExecutionInput(
            ExecutionInput input, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        if (input.getQuery().length() > LONGEST_DOCUMENT) {
            throw new AbortExecutionException("A document has at most " + LONGEST_DOCUMENT + " characters");
        }
        return input;
    }

    @Override
    public DocumentAndVariables instrumentDocumentAndVariables(
            DocumentAndVariables asked, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        var unfolded = new Unfolded(asked.getDocument());
        for (var operation : asked.getDocument().getDefinitionsOfType(OperationDefinition.class)) {
            var size = unfolded.of(operation.getSelectionSet());
            if (size.fields > MOST_FIELDS) {
                throw new AbortExecutionException("A document unfolds to at most " + MOST_FIELDS + " fields");
            }
            if (size.aliases > MOST_ALIASES) {
                throw new AbortExecutionException("A document has at most " + MOST_ALIASES + " aliases");
            }
        }
        return asked;
    }

    private record Size(long fields, long aliases) {
        private static final Size NOTHING = new Size(0, 0);

        /** Both are capped, so that a bomb does not wrap round to a small number. */
        private Size plus(Size other) {
            return new Size(
                    Math.min(MOST_FIELDS + 1L, fields + other.fields),
                    Math.min(MOST_ALIASES + 1L, aliases + other.aliases));
        }
    }

    /** Sizes with each fragment counted once and then remembered; a cycle counts nothing, validation refuses it. */
    private static final class Unfolded {
        private final Map<String, FragmentDefinition> fragments;
        private final Map<String, Size> known = new HashMap<>();

        private Unfolded(Document document) {
            this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                    .collect(Collectors.toMap(FragmentDefinition::getName, Function.identity(), (one, _) -> one));
        }

        private Size of(@Nullable SelectionSet selections) {
            var size = Size.NOTHING;
            if (selections != null) {
                for (var selection : selections.getSelections()) {
                    size = size.plus(
                            switch (selection) {
                                case Field field ->
                                    new Size(1, field.getAlias() == null ? 0 : 1).plus(of(field.getSelectionSet()));
                                case InlineFragment inline -> of(inline.getSelectionSet());
                                case FragmentSpread spread -> of(spread.getName());
                                default -> Size.NOTHING;
                            });
                }
            }
            return size;
        }

        private Size of(String fragment) {
            var seen = known.get(fragment);
            var definition = fragments.get(fragment);
            if (seen != null || definition == null) {
                return seen == null ? Size.NOTHING : seen;
            }
            known.put(fragment, Size.NOTHING);
            var size = of(definition.getSelectionSet());
            known.put(fragment, size);
            return size;
        }
    }
}
