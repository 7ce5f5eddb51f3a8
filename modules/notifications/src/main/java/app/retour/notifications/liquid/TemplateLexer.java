package app.retour.notifications.liquid;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a template into text, outputs and tags; what stands in a comment or in raw text is no tag. */
final class TemplateLexer {
    private static final Pattern END_RAW = Pattern.compile("\\{%(-?)\\s*endraw\\s*(-?)%}");
    private static final Pattern COMMENT =
            Pattern.compile("\\{%-?\\s*(comment|endcomment|raw|endraw)\\b.*?%}", Pattern.DOTALL);
    private static final Pattern END_DOC = Pattern.compile("\\{%(-?)\\s*enddoc\\s*(-?)%}");
    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int next;
    private boolean trims;

    private TemplateLexer(String source) {
        this.source = source;
    }

    static List<Token> tokens(String source) {
        var lexer = new TemplateLexer(source);
        while (lexer.next < source.length()) {
            lexer.step();
        }
        return lexer.tokens;
    }

    private void step() {
        var open = next;
        while (open >= 0 && !opensAt(open)) {
            open = source.indexOf('{', open + 1);
        }
        if (open < 0) {
            text(source.length(), false);
            return;
        }
        var isTag = source.charAt(open + 1) == '%';
        var inner = open + 2;
        var trimsBefore = inner < source.length() && source.charAt(inner) == '-';
        text(open, trimsBefore);
        if (trimsBefore && !source.startsWith("-}}", inner) && !source.startsWith("-%}", inner)) {
            inner++;
        }
        var close = source.indexOf(isTag ? "%}" : "}}", inner);
        if (close < 0) {
            throw LiquidMistake.at(
                    open, isTag ? "“{%” is never closed; end it with “%}”" : "“{{” is never closed; end it with “}}”");
        }
        next = close + 2;
        trims = close > inner && source.charAt(close - 1) == '-';
        var token = new Token(
                isTag ? Token.Kind.TAG : Token.Kind.OUTPUT, source.substring(inner, trims ? close - 1 : close), inner);
        switch (isTag ? token.name() : "") {
            case "raw" -> raw(token);
            case "comment" -> comment(open);
            case "doc" -> doc(open);
            default -> tokens.add(token);
        }
    }

    private boolean opensAt(int place) {
        return place + 1 < source.length()
                && source.charAt(place) == '{'
                && (source.charAt(place + 1) == '{' || source.charAt(place + 1) == '%');
    }

    private void text(int end, boolean trimsEnd) {
        var from = next;
        var to = end;
        while (trims && from < to && Character.isWhitespace(source.charAt(from))) {
            from++;
        }
        while (trimsEnd && to > from && Character.isWhitespace(source.charAt(to - 1))) {
            to--;
        }
        if (to > from) {
            tokens.add(new Token(Token.Kind.TEXT, source.substring(from, to), from));
        }
        trims = false;
        next = end;
    }

    private void raw(Token token) {
        if (!token.rest().text().isBlank()) {
            throw LiquidMistake.at(token.at(), "“{% raw %}” takes nothing behind its name");
        }
        var end = END_RAW.matcher(source);
        if (!end.find(next)) {
            throw LiquidMistake.at(token.at(), "“{% raw %}” is never closed; end it with {% endraw %}");
        }
        var from = next;
        text(end.start(), end.group(1).equals("-"));
        if (!tokens.isEmpty() && tokens.getLast().at() >= from) {
            var text = tokens.removeLast();
            tokens.add(new Token(Token.Kind.RAW, text.text(), text.at()));
        }
        next = end.end();
        trims = end.group(2).equals("-");
    }

    private void comment(int open) {
        var mark = COMMENT.matcher(source);
        var depth = 1;
        var isRaw = false;
        while (mark.find(next)) {
            next = mark.end();
            var name = String.valueOf(mark.group(1));
            if (isRaw) {
                isRaw = !name.equals("endraw");
            } else if (name.equals("raw")) {
                isRaw = true;
            } else if (!name.equals("endraw")) {
                depth += name.equals("comment") ? 1 : -1;
            }
            if (depth == 0) {
                trims = source.charAt(next - 3) == '-';
                tokens.add(new Token(Token.Kind.TAG, "#", open));
                return;
            }
        }
        throw LiquidMistake.at(open, "“{% comment %}” is never closed; end it with {% endcomment %}");
    }

    private void doc(int open) {
        var end = END_DOC.matcher(source);
        if (!end.find(next)) {
            throw LiquidMistake.at(open, "“{% doc %}” is never closed; end it with {% enddoc %}");
        }
        next = end.end();
        trims = end.group(2).equals("-");
        tokens.add(new Token(Token.Kind.TAG, "#", open));
    }
}
