package app.retour.notifications.liquid;

import app.retour.notifications.liquid.TemplateReader.TagReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tags that stand alone. */
final class SimpleTags {
    private SimpleTags() {}

    static void into(Map<String, TagReader> tags, TemplateReader reader) {
        tags.put("assign", (_, rest) -> assign(rest));
        tags.put("echo", (_, rest) -> echo(rest));
        tags.put("increment", (_, rest) -> count(rest, 1));
        tags.put("decrement", (_, rest) -> count(rest, -1));
        tags.put("cycle", (_, rest) -> cycle(rest));
        tags.put("break", (_, rest) -> leave(rest, Scope.Interrupt.BREAK));
        tags.put("continue", (_, rest) -> leave(rest, Scope.Interrupt.CONTINUE));
        tags.put("liquid", (tag, _) -> reader.lines(lines(tag.rest())));
    }

    private static Node assign(ExpressionReader rest) {
        var name = rest.name("{% assign name = value %}");
        if (!rest.takes("=")) {
            throw LiquidMistake.at(rest.peek().at(), "Behind “%s” comes “=” and a value", name);
        }
        var value = rest.filtered();
        rest.requireEnd();
        return new Node.Assign(name, value);
    }

    private static Node echo(ExpressionReader rest) {
        if (rest.isAtEnd()) {
            return new Node.Silence();
        }
        var value = rest.filtered();
        rest.requireEnd();
        return new Node.Print(value);
    }

    private static Node count(ExpressionReader rest, int by) {
        var name = rest.name("what to count");
        rest.requireEnd();
        return new Node.Count(name, by);
    }

    private static Node leave(ExpressionReader rest, Scope.Interrupt how) {
        rest.requireEnd();
        return new Node.Leave(how);
    }

    private static Node cycle(ExpressionReader rest) {
        var first = rest.value();
        var group = rest.takes(":") ? first : null;
        var values = new ArrayList<Expression>();
        if (group == null) {
            values.add(first);
            rest.takes(",");
        }
        while (!rest.isAtEnd()) {
            values.add(rest.value());
            if (!rest.takes(",")) {
                rest.requireEnd();
            }
        }
        if (values.isEmpty()) {
            throw rest.unexpected();
        }
        var key = values.stream().map(SimpleTags::keyOf).collect(Collectors.joining(","));
        return new Node.Cycle(group, key, List.copyOf(values));
    }

    private static String keyOf(Expression value) {
        return switch (value) {
            case Expression.Literal literal -> Values.inspected(literal.constant());
            case Expression.Variable variable -> variable.written() + "@" + variable.at();
            default -> value.toString();
        };
    }

    private static List<Token> lines(Token text) {
        var lines = new ArrayList<Token>();
        var at = text.at();
        var raw = text.text().split("\n", -1);
        for (var i = 0; i < raw.length; i++) {
            var line = new Token(Token.Kind.TAG, raw[i], at);
            at += raw[i].length() + 1;
            if (line.name().equals("comment")) {
                var open = line;
                var depth = 1;
                while (depth > 0) {
                    if (++i == raw.length) {
                        throw LiquidMistake.at(open.at(), "“comment” is never closed; end it with endcomment");
                    }
                    var name = new Token(Token.Kind.TAG, raw[i], at).name();
                    at += raw[i].length() + 1;
                    depth += name.equals("comment") ? 1 : name.equals("endcomment") ? -1 : 0;
                }
            } else if (!raw[i].isBlank()) {
                lines.add(line);
            }
        }
        return lines;
    }
}
