package app.retour.notifications.liquid;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a template that can be filled. */
interface Node {
    void render(Scope scope, Output output);

    /** Whether it prints nothing whatever is known: a block of nothing but these and blanks prints no blanks. */
    default boolean isBlank() {
        return false;
    }

    /** Text as it stands. */
    record Text(String text) implements Node {
        @Override
        public void render(Scope scope, Output output) {
            output.print(text);
        }

        @Override
        public boolean isBlank() {
            return text.isBlank();
        }
    }

    /** Text between {@code raw} and {@code endraw}. */
    record Raw(String text) implements Node {
        @Override
        public void render(Scope scope, Output output) {
            output.print(text);
        }
    }

    /** A value to print. */
    record Print(Expression value) implements Node {
        @Override
        public void render(Scope scope, Output output) {
            scope.work(1);
            output.print(Values.text(value.value(scope)));
        }
    }

    /** Nodes one after the other, until a loop is left. */
    record Body(List<Node> nodes) implements Node {
        @Override
        public void render(Scope scope, Output output) {
            for (var node : nodes) {
                node.render(scope, output);
                if (scope.interrupt != null) {
                    return;
                }
            }
        }

        @Override
        public boolean isBlank() {
            return nodes.stream().allMatch(Node::isBlank);
        }

        /** Without its blanks where it is nothing else. */
        Body tidied() {
            return isBlank()
                    ? new Body(nodes.stream()
                            .filter(node -> !(node instanceof Text))
                            .toList())
                    : this;
        }
    }

    /** {@code assign}. */
    record Assign(String name, Expression value) implements Node {
        @Override
        public void render(Scope scope, Output output) {
            scope.assign(name, value.value(scope));
        }

        @Override
        public boolean isBlank() {
            return true;
        }
    }

    /** {@code capture}. */
    record Capture(String name, Body body) implements Node {
        @Override
        public void render(Scope scope, Output output) {
            var caught = output.apart();
            body.render(scope, caught);
            scope.assign(name, caught.toString());
        }

        @Override
        public boolean isBlank() {
            return true;
        }
    }

    /** {@code comment}, {@code #}. */
    record Silence() implements Node {
        @Override
        public void render(Scope scope, Output output) {
            // A comment prints nothing.
        }

        @Override
        public boolean isBlank() {
            return true;
        }
    }

    /** {@code break}, {@code continue}. */
    record Leave(Scope.Interrupt how) implements Node {
        @Override
        public void render(Scope scope, Output output) {
            scope.interrupt = how;
        }

        @Override
        public boolean isBlank() {
            return true;
        }
    }

    /** {@code increment}, {@code decrement}. */
    record Count(String name, int by) implements Node {
        @Override
        public void render(Scope scope, Output output) {
            output.print(String.valueOf(scope.count(name, by)));
        }
    }

    /** {@code cycle}: each time the next; what is cycled through names the cycle where nothing else does. */
    record Cycle(@Nullable Expression group, String key, List<Expression> values) implements Node {
        @Override
        public void render(Scope scope, Output output) {
            var name = group == null ? key : "group " + Values.text(group.value(scope));
            var place = scope.cycles.getOrDefault(name, 0);
            output.print(
                    Values.text(values.get(Math.min(place, values.size() - 1)).value(scope)));
            scope.cycles.put(name, (place + 1) % values.size());
        }
    }

    /** {@code ifchanged}. */
    record IfChanged(Body body) implements Node {
        @Override
        public void render(Scope scope, Output output) {
            var inner = output.apart();
            body.render(scope, inner);
            if (!inner.toString().equals(scope.lastChanged)) {
                scope.lastChanged = inner.toString();
                output.print(inner.toString());
            }
        }
    }

    /** {@code if}, {@code unless}: the first whose condition is as wanted. */
    record Choice(List<Branch> branches) implements Node {
        /** @param wanted what the condition must be; a null condition is always met */
        record Branch(@Nullable Expression condition, boolean wanted, Body body) {}

        @Override
        public void render(Scope scope, Output output) {
            scope.work(1);
            for (var branch : branches) {
                var condition = branch.condition();
                if (condition == null || Values.isTrue(condition.value(scope)) == branch.wanted()) {
                    branch.body().render(scope, output);
                    return;
                }
            }
        }

        @Override
        public boolean isBlank() {
            return branches.stream().allMatch(branch -> branch.body().isBlank());
        }
    }

    /** {@code case}: every {@code when} that fits, else what stands behind {@code else}. */
    record Switch(Expression subject, List<When> whens) implements Node {
        /** @param values empty for {@code else} */
        record When(List<Expression> values, Body body) {}

        @Override
        public void render(Scope scope, Output output) {
            scope.work(1);
            var hasFitted = false;
            for (var when : whens) {
                if (when.values().isEmpty()) {
                    if (!hasFitted) {
                        when.body().render(scope, output);
                    }
                    continue;
                }
                for (var value : when.values()) {
                    if (Comparing.isEqual(subject, value, scope)) {
                        hasFitted = true;
                        when.body().render(scope, output);
                    }
                }
            }
        }

        @Override
        public boolean isBlank() {
            return whens.stream().allMatch(when -> when.body().isBlank());
        }
    }

    static Map<String, @Nullable Object> names(@Nullable Object... pairs) {
        var names = new LinkedHashMap<String, @Nullable Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            names.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return names;
    }
}
