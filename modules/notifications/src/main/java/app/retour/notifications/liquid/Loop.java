package app.retour.notifications.liquid;

import static app.retour.notifications.liquid.Node.names;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code for} and {@code tablerow} go through.
 *
 * @param name of the loop, for {@code offset: continue}
 * @param offset null: from the start
 */
record Loop(
        String variable,
        String name,
        Expression source,
        boolean isReversed,
        @Nullable Expression limit,
        @Nullable Expression offset,
        boolean continues) {

    List<? extends @Nullable Object> items(Scope scope) {
        var all = all(source.value(scope));
        var from = continues ? scope.offsets.getOrDefault(name, 0) : bound(offset, 0, scope);
        var most = bound(limit, all.size() - Math.min(0, from), scope);
        var start = Math.clamp(from, 0, all.size());
        var end = Math.clamp((long) from + most, start, all.size());
        scope.offsets.put(name, end);
        var part = all.subList(start, end);
        return isReversed ? part.reversed() : part;
    }

    private static int bound(@Nullable Expression bound, int otherwise, Scope scope) {
        if (bound == null) {
            return otherwise;
        }
        var value = bound.value(scope);
        var number = Values.wholeNumber(value);
        if (value == null) {
            return otherwise;
        }
        if (number == null) {
            throw LiquidMistake.at(bound.at(), "A whole number is wanted here, not %s", Values.told(value));
        }
        return Math.clamp(number, -Values.LARGEST, Values.LARGEST);
    }

    private static List<? extends @Nullable Object> all(@Nullable Object source) {
        return switch (source) {
            case List<?> list -> list;
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(each -> (Object) Filter.list(each.getKey(), each.getValue()))
                        .toList();
            case String text when !text.isEmpty() -> List.of(text);
            case null, default -> List.of();
        };
    }

    /** {@code for}. */
    record For(Loop loop, Node.Body body, Node.@Nullable Body otherwise) implements Node {
        @Override
        public void render(Scope scope, Output output) {
            var items = loop.items(scope);
            if (items.isEmpty()) {
                if (otherwise != null) {
                    otherwise.render(scope, output);
                }
                return;
            }
            var parent = scope.outer("forloop");
            for (var i = 0; i < items.size(); i++) {
                scope.iterate();
                var position = position(i, items.size());
                position.put("name", loop.name());
                position.put("parentloop", parent);
                scope.enter(names(loop.variable(), items.get(i), "forloop", position));
                body.render(scope, output);
                scope.leave();
                var interrupt = scope.interrupt;
                scope.interrupt = null;
                if (interrupt == Scope.Interrupt.BREAK) {
                    return;
                }
            }
        }

        @Override
        public boolean isBlank() {
            return body.isBlank() && (otherwise == null || otherwise.isBlank());
        }
    }

    private static Map<String, @Nullable Object> position(int i, int length) {
        return names(
                "index", BigInteger.valueOf(i + 1L),
                "index0", BigInteger.valueOf(i),
                "rindex", BigInteger.valueOf(length - i),
                "rindex0", BigInteger.valueOf(length - i - 1L),
                "first", i == 0,
                "last", i == length - 1,
                "length", BigInteger.valueOf(length));
    }

    /** {@code tablerow}. */
    record TableRow(Loop loop, @Nullable Expression columns, Node.Body body) implements Node {
        @Override
        public void render(Scope scope, Output output) {
            var items = loop.items(scope);
            var columnsAsked = columns == null ? null : Values.wholeNumber(columns.value(scope));
            var width = columnsAsked == null || columnsAsked < 1 ? Math.max(1, items.size()) : columnsAsked.intValue();
            output.print("<tr class=\"row1\">\n");
            for (var i = 0; i < items.size(); i++) {
                scope.iterate();
                var column = i % width + 1;
                var row = i / width + 1;
                if (column == 1 && i > 0) {
                    output.print("</tr>\n<tr class=\"row%d\">".formatted(row));
                }
                var position = position(i, items.size());
                position.put("col", BigInteger.valueOf(column));
                position.put("col0", BigInteger.valueOf(column - 1L));
                position.put("row", BigInteger.valueOf(row));
                position.put("col_first", column == 1);
                position.put("col_last", column == width);
                output.print("<td class=\"col%d\">".formatted(column));
                scope.enter(names(loop.variable(), items.get(i), "tablerowloop", position));
                body.render(scope, output);
                scope.leave();
                output.print("</td>");
                var interrupt = scope.interrupt;
                scope.interrupt = null;
                if (interrupt == Scope.Interrupt.BREAK) {
                    break;
                }
            }
            output.print("</tr>\n");
        }
    }
}
