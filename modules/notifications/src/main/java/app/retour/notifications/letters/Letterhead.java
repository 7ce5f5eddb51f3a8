package app.retour.notifications.letters;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The merchant's brand as every message wears it.
 *
 * @param color {@code #rrggbb}; anything else becomes a neutral dark grey, since it lands in a style attribute
 * @param onColor text on that colour
 * @param logoUrl absolute http(s) address of the re-encoded logo; null for the name in words
 * @param contact where a shopper reaches a person; null when the merchant has not said
 */
record Letterhead(
        String name,
        String color,
        String onColor,
        @Nullable String logoUrl,
        @Nullable String contact,
        String language) {
    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Pattern URL = Pattern.compile("https?://[^\\s\"'<>]+");

    Letterhead {
        color = COLOR.matcher(color).matches() ? color : "#24292f";
        onColor = COLOR.matcher(onColor).matches() ? onColor : "#ffffff";
        logoUrl = logoUrl != null && URL.matcher(logoUrl).matches() ? logoUrl : null;
    }

    /** The same, on a letter in another language. */
    Letterhead in(Locale language) {
        return new Letterhead(name, color, onColor, logoUrl, contact, language.toLanguageTag());
    }

    Letter write(String subject, Markup body, String buttonLabel, @Nullable String url) {
        return new Letter(subject, text(body, buttonLabel, url), html(subject, body, buttonLabel, url));
    }

    private String text(Markup body, String buttonLabel, @Nullable String url) {
        var text = new StringBuilder(body.asText()).append("\n\n");
        if (url != null) {
            text.append(buttonLabel).append(":\n").append(url).append("\n\n");
        }
        text.append("-- \n").append(name).append('\n');
        if (contact != null) {
            text.append(questions(contact)).append('\n');
        }
        return text.toString();
    }

    private String html(String subject, Markup body, String buttonLabel, @Nullable String url) {
        var shown = Markup.escaped(name);
        var header = logoUrl == null
                ? "<span style=\"font-size:20px;font-weight:700\">%s</span>".formatted(shown)
                : "<img class=\"logo\" src=\"%s\" alt=\"%s\" height=\"40\" style=\"height:40px;max-width:240px;border:0\">"
                        .formatted(Markup.escaped(logoUrl), shown);
        var button = url == null || !URL.matcher(url).matches()
                ? ""
                : BUTTON.formatted(color, Markup.escaped(url), color, onColor, Markup.escaped(buttonLabel));
        var questions = contact == null
                ? ""
                : questions(
                        "<a href=\"mailto:%1$s\" style=\"color:inherit\">%1$s</a>".formatted(Markup.escaped(contact)));
        return PAGE.formatted(
                Markup.escaped(language),
                Markup.escaped(subject),
                Markup.escaped(body.firstLine()),
                color,
                header,
                body.asHtml(),
                button,
                shown,
                questions);
    }

    private String questions(String address) {
        return OwnWords.in(Locale.forLanguageTag(language)).of("questions", address);
    }

    private static final String BUTTON = """
            <table role="presentation" cellpadding="0" cellspacing="0" style="margin:8px 0 16px"><tr>\
            <td style="border-radius:6px;background:%s"><a href="%s" style="display:inline-block;padding:12px 24px;\
            border-radius:6px;background:%s;color:%s;font-weight:600;text-decoration:none">%s</a></td></tr></table>
            """;

    private static final String PAGE = """
            <!doctype html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <title>%s</title>
            <style>
            :root { color-scheme: light dark; }
            @media (prefers-color-scheme: dark) {
              body, .page { background: #16191d !important; }
              .card { background: #1f2328 !important; color: #e6e8eb !important; }
              .quiet { color: #a3a9b1 !important; }
              .logo { background: #ffffff; border-radius: 4px; padding: 4px; }
            }
            </style>
            </head>
            <body class="page" style="margin:0;padding:0;background:#f3f4f6">
            <div style="display:none;max-height:0;overflow:hidden">%s</div>
            <table role="presentation" class="page" width="100%%" cellpadding="0" cellspacing="0" \
            style="background:#f3f4f6"><tr><td align="center" style="padding:24px 12px">
            <table role="presentation" class="card" width="100%%" cellpadding="0" cellspacing="0" \
            style="max-width:560px;background:#ffffff;color:#1f2328;border-radius:8px;border-top:4px solid %s;\
            font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5">
            <tr><td style="padding:24px 28px 0">%s</td></tr>
            <tr><td style="padding:20px 28px 4px;overflow-wrap:anywhere">
            %s%s</td></tr>
            <tr><td class="quiet" style="padding:0 28px 24px;color:#57606a;font-size:14px">%s<br>%s</td></tr>
            </table>
            </td></tr></table>
            </body>
            </html>
            """;
}
