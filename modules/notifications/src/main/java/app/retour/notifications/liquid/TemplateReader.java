package app.retour.notifications.liquid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a template's tokens into nodes; blocks close where their tag says. */
final class TemplateReader {
    private static final Set<String> NEVER_KNOWN = Set.of("include", "render", "layout", "section", "sections");
    private static final Set<String> INSIDE = Set.of("else", "elsif", "when");
    private static final int DEEPEST = 60;
    private final List<Token> tokens;
    private final Filters filters;
    private final Map<String, TagReader> tags = new LinkedHashMap<>();
    private int next;
    private int depth;

    /** Reads the tag whose name was read, and what belongs to it. */
    interface TagReader {
        Node read(Token tag, ExpressionReader rest);
    }

    private TemplateReader(List<Token> tokens, Filters filters) {
        this.tokens = tokens;
        this.filters = filters;
        SimpleTags.into(tags, this);
        BlockTags.into(tags, this);
    }

    static Node.Body read(String source, Filters filters) {
        return new TemplateReader(TemplateLexer.tokens(source), filters).all();
    }

    private Node.Body all() {
        var body = until(null, Set.of());
        if (next < tokens.size()) {
            throw stray(tokens.get(next));
        }
        return new Node.Body(body.nodes());
    }

    /** The tags in the text of a {@code liquid} tag, one a line. */
    Node.Body lines(List<Token> lines) {
        return new TemplateReader(lines, filters).all();
    }

    ExpressionReader reading(Token token) {
        return new ExpressionReader(token, filters);
    }

    /**
     * The nodes up to one of some tags, which is not taken.
     *
     * @param block whose they are, null for the template itself
     */
    Node.Body until(@Nullable Token block, Set<String> ends) {
        if (++depth > DEEPEST) {
            throw LiquidMistake.tooMuch("Its blocks are nested more than %d deep".formatted(DEEPEST));
        }
        var nodes = new ArrayList<Node>();
        while (next < tokens.size()) {
            var token = tokens.get(next);
            if (token.kind() == Token.Kind.TAG && (ends.contains(token.name()) || isEnd(token.name()))) {
                if (block != null && !ends.contains(token.name())) {
                    throw LiquidMistake.at(
                            token.at(),
                            "{%% %s %%} does not close {%% %s %%}, which is still open",
                            token.name(),
                            block.name());
                }
                depth--;
                return new Node.Body(List.copyOf(nodes)).tidied();
            }
            next++;
            node(token, nodes);
        }
        if (block != null) {
            throw LiquidMistake.at(
                    block.at(), "{%% %s %%} is never closed; end it with {%% end%s %%}", block.name(), block.name());
        }
        depth--;
        return new Node.Body(List.copyOf(nodes));
    }

    private static boolean isEnd(String name) {
        return name.startsWith("end") || INSIDE.contains(name);
    }

    /** The tag that ended {@link #until}. */
    Token take() {
        return tokens.get(next++);
    }

    /** What stands in a case before its first when is for nobody. */
    void skipTo(Token block, Set<String> ends) {
        until(block, ends);
    }

    private void node(Token token, List<Node> nodes) {
        switch (token.kind()) {
            case TEXT -> nodes.add(new Node.Text(token.text()));
            case RAW -> nodes.add(new Node.Raw(token.text()));
            case OUTPUT -> {
                if (token.text().isBlank()) {
                    return;
                }
                var reading = reading(token);
                var value = reading.filtered();
                reading.requireEnd();
                nodes.add(new Node.Print(value));
            }
            case TAG -> nodes.add(tag(token));
        }
    }

    private Node tag(Token token) {
        var name = token.name();
        if (name.equals("#")) {
            return new Node.Silence();
        }
        var reader = tags.get(name);
        if (reader == null) {
            throw unknown(token);
        }
        if (name.equals("liquid")) {
            return reader.read(token, reading(new Token(Token.Kind.TAG, "", token.at())));
        }
        return reader.read(token, reading(token.rest()));
    }

    private LiquidMistake unknown(Token token) {
        var name = token.name();
        if (NEVER_KNOWN.contains(name)) {
            return LiquidMistake.at(
                    token.at(), "{%% %s %%} is not known here: a message stands alone, it takes in no other", name);
        }
        var near = Scope.nearest(name, tags.keySet());
        return LiquidMistake.at(
                token.at(),
                "{%% %s %%} is not known here%s",
                name.isEmpty() ? token.text().strip() : name,
                near == null ? "" : "; did you mean {% " + near + " %}?");
    }

    private static LiquidMistake stray(Token token) {
        return LiquidMistake.at(token.at(), "{%% %s %%} has nothing to belong to", token.name());
    }
}
