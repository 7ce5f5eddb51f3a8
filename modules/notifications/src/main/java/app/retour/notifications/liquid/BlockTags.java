package app.retour.notifications.liquid;

import app.retour.notifications.liquid.TemplateReader.TagReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tags that something stands between, up to their end. */
final class BlockTags {
    private static final Set<String> FOR_OPTIONS = Set.of("limit", "offset");
    private static final Set<String> ROW_OPTIONS = Set.of("limit", "offset", "cols", "range");
    private final TemplateReader reader;

    private BlockTags(TemplateReader reader) {
        this.reader = reader;
    }

    static void into(Map<String, TagReader> tags, TemplateReader reader) {
        var blocks = new BlockTags(reader);
        tags.put("if", (tag, rest) -> blocks.choice(tag, rest, true));
        tags.put("unless", (tag, rest) -> blocks.choice(tag, rest, false));
        tags.put("case", blocks::cases);
        tags.put("for", blocks::loop);
        tags.put("tablerow", blocks::tableRow);
        tags.put("capture", blocks::capture);
        tags.put("ifchanged", (tag, rest) -> new Node.IfChanged(blocks.whole(tag, rest)));
    }

    private Node.Body whole(Token tag, ExpressionReader rest) {
        rest.requireEnd();
        var body = reader.until(tag, Set.of("end" + tag.name()));
        close();
        return body;
    }

    /** The end of a block, with nothing behind its name. */
    private void close() {
        reader.reading(reader.take().rest()).requireEnd();
    }

    private Node capture(Token tag, ExpressionReader rest) {
        var first = rest.take();
        if (first.text().isEmpty()) {
            throw LiquidMistake.at(tag.at(), "A name is missing: {% capture name %}");
        }
        return new Node.Capture(first.text(), whole(tag, rest));
    }

    private Node choice(Token tag, ExpressionReader rest, boolean wanted) {
        var end = "end" + tag.name();
        var branches = new ArrayList<Node.Choice.Branch>();
        @Nullable Expression condition = condition(tag, rest);
        var isWanted = wanted;
        while (true) {
            var body = reader.until(tag, Set.of("elsif", "else", end));
            branches.add(new Node.Choice.Branch(condition, isWanted, body));
            var mark = reader.take();
            var behind = reader.reading(mark.rest());
            if (mark.name().equals(end)) {
                behind.requireEnd();
                return new Node.Choice(List.copyOf(branches));
            }
            isWanted = true;
            condition = mark.name().equals("elsif") ? condition(mark, behind) : null;
            behind.requireEnd();
        }
    }

    private static Expression condition(Token tag, ExpressionReader rest) {
        if (rest.isAtEnd()) {
            throw LiquidMistake.at(
                    tag.at(), "{%% %s %%} needs a condition, like {%% %s return.sends %%}", tag.name(), tag.name());
        }
        var condition = rest.condition();
        rest.requireEnd();
        return condition;
    }

    private Node cases(Token tag, ExpressionReader rest) {
        var subject = rest.value();
        rest.requireEnd();
        var ends = Set.of("when", "else", "endcase");
        reader.skipTo(tag, ends);
        var whens = new ArrayList<Node.Switch.When>();
        while (true) {
            var mark = reader.take();
            var behind = reader.reading(mark.rest());
            if (mark.name().equals("endcase")) {
                behind.requireEnd();
                return new Node.Switch(subject, List.copyOf(whens));
            }
            var values = new ArrayList<Expression>();
            if (mark.name().equals("when")) {
                do {
                    values.add(behind.value());
                } while (behind.takes(",") || behind.takes("or"));
            }
            behind.requireEnd();
            whens.add(new Node.Switch.When(List.copyOf(values), reader.until(tag, ends)));
        }
    }

    private Node loop(Token tag, ExpressionReader rest) {
        var options = options(rest, FOR_OPTIONS);
        var body = reader.until(tag, Set.of("else", "endfor"));
        var otherwise = reader.take();
        reader.reading(otherwise.rest()).requireEnd();
        if (otherwise.name().equals("endfor")) {
            return new Loop.For(options.loop(), body, null);
        }
        var none = reader.until(tag, Set.of("endfor"));
        close();
        return new Loop.For(options.loop(), body, none);
    }

    private Node tableRow(Token tag, ExpressionReader rest) {
        var options = options(rest, ROW_OPTIONS);
        var body = reader.until(tag, Set.of("endtablerow"));
        close();
        return new Loop.TableRow(options.loop(), options.columns(), body);
    }

    private record Options(Loop loop, @Nullable Expression columns) {}

    private static Options options(ExpressionReader rest, Set<String> known) {
        var variable = rest.name("{% for item in list %}");
        if (!rest.takes("in")) {
            throw LiquidMistake.at(rest.peek().at(), "Behind “%s” comes “in” and a list", variable);
        }
        var source = rest.value();
        var isReversed = rest.takes("reversed");
        @Nullable Expression limit = null;
        @Nullable Expression offset = null;
        @Nullable Expression columns = null;
        var continues = false;
        rest.takes(",");
        while (!rest.isAtEnd()) {
            if (rest.takes("reversed")) {
                isReversed = true;
                continue;
            }
            var option = rest.option(known);
            if (option == null) {
                throw rest.unexpected();
            }
            if (option.equals("offset") && rest.peek().isName("continue")) {
                rest.take();
                continues = true;
            } else {
                var value = rest.value();
                limit = option.equals("limit") ? value : limit;
                offset = option.equals("offset") ? value : offset;
                columns = option.equals("cols") ? value : columns;
            }
            rest.takes(",");
        }
        var name = variable + "-" + (source instanceof Expression.Variable from ? from.written() : spanOf(source));
        return new Options(new Loop(variable, name, source, isReversed, limit, offset, continues), columns);
    }

    private static String spanOf(Expression source) {
        return source instanceof Expression.Span span
                ? "(%s..%s)".formatted(wordOf(span.from()), wordOf(span.to()))
                : "list";
    }

    private static String wordOf(Expression bound) {
        return switch (bound) {
            case Expression.Literal literal -> Values.text(literal.constant());
            case Expression.Variable variable -> variable.written();
            default -> "?";
        };
    }
}
