package app.retour.notifications.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * The few marks that a body may hold: an empty line parts paragraphs, lines that start with {@code "- "} make a list,
 * {@code **two stars**} make bold. All else is text, so whatever a value holds cannot become HTML.
 */
record Markup(List<Block> blocks) {
    private static final Pattern BOLD = Pattern.compile("\\*\\*(?=\\S)(.{1,500}?)(?<=\\S)\\*\\*");

    /** A stretch of a body. */
    sealed interface Block {
        /** Lines that belong together. */
        record Paragraph(List<String> lines) implements Block {}

        /** Points without an order. */
        record Points(List<String> points) implements Block {}
    }

    static Markup of(String body) {
        var blocks = new ArrayList<Block>();
        var lines = new ArrayList<String>();
        var points = new ArrayList<String>();
        for (var raw : (body + "\n\n").lines().toList()) {
            var line = raw.strip();
            var isPoint = line.startsWith("- ");
            if (!lines.isEmpty() && (line.isEmpty() || isPoint)) {
                blocks.add(new Block.Paragraph(List.copyOf(lines)));
                lines.clear();
            }
            if (!points.isEmpty() && !line.isEmpty() && !isPoint) {
                blocks.add(new Block.Points(List.copyOf(points)));
                points.clear();
            }
            if (isPoint) {
                points.add(line.substring(2).strip());
            } else if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        if (!points.isEmpty()) {
            blocks.add(new Block.Points(List.copyOf(points)));
        }
        if (!lines.isEmpty()) {
            blocks.add(new Block.Paragraph(List.copyOf(lines)));
        }
        return new Markup(List.copyOf(blocks));
    }

    /** The first thing said, without marks; mail programs show it beside the subject. */
    String firstLine() {
        return blocks.isEmpty()
                ? ""
                : switch (blocks.getFirst()) {
                    case Block.Paragraph(var lines) -> unmarked(lines.getFirst());
                    case Block.Points(var points) -> unmarked(points.getFirst());
                };
    }

    String asText() {
        return blocks.stream()
                .map(block -> switch (block) {
                    case Block.Paragraph(var lines) ->
                        lines.stream().map(Markup::unmarked).collect(Collectors.joining("\n"));
                    case Block.Points(var points) ->
                        points.stream().map(point -> "- " + unmarked(point)).collect(Collectors.joining("\n"));
                })
                .collect(Collectors.joining("\n\n"));
    }

    String asHtml() {
        var html = new StringBuilder();
        for (var block : blocks) {
            switch (block) {
                case Block.Paragraph(var lines) -> {
                    html.append(
                            html.isEmpty()
                                    ? "<p class=\"lead\" style=\"margin:0 0 16px;font-size:18px;font-weight:600\">"
                                    : "<p style=\"margin:0 0 16px\">");
                    html.append(lines.stream().map(Markup::inline).collect(Collectors.joining("<br>")));
                    html.append("</p>\n");
                }
                case Block.Points(var points) -> {
                    html.append("<ul style=\"margin:0 0 16px;padding-left:20px\">");
                    points.forEach(point -> html.append("<li style=\"margin:0 0 4px\">")
                            .append(inline(point))
                            .append("</li>"));
                    html.append("</ul>\n");
                }
            }
        }
        return html.toString();
    }

    private static String unmarked(String line) {
        return BOLD.matcher(line).replaceAll("$1");
    }

    private static String inline(String line) {
        return BOLD.matcher(escaped(line)).replaceAll("<strong>$1</strong>");
    }

    static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
