package app.retour.app.security;

import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.DocumentAndVariables;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.NodeTraverser;
import graphql.language.NodeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Refuses a document that asks for one thing under many names; no screen or program of ours needs more than a few. */
@Component
class AliasLimit extends SimplePerformantInstrumentation {
    private static final int MOST = 60;

    @Override
    public DocumentAndVariables instrumentDocumentAndVariables(
            DocumentAndVariables asked, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        var aliases = new AtomicInteger();
        new NodeTraverser()
                .preOrder(
                        new NodeVisitorStub() {
                            @Override
                            public TraversalControl visitField(Field field, TraverserContext<Node> context) {
                                if (field.getAlias() != null && aliases.incrementAndGet() > MOST) {
                                    throw new AbortExecutionException("A document has at most " + MOST + " aliases");
                                }
                                return TraversalControl.CONTINUE;
                            }
                        },
                        asked.getDocument());
        return asked;
    }
}
