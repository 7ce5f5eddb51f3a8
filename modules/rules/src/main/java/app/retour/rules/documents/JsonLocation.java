package app.retour.rules.documents;

import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Finds the line of a JSON text at which something stands, so that a person can go there. */
final class JsonLocation {
    private JsonLocation() {}

    /**
     * @param path names of fields and numbers of list elements; where it leads to nothing, the last that exists counts
     * @return from 1
     */
    static int of(JsonMapper json, String content, List<String> path) {
        try (var parser = json.createParser(content)) {
            parser.nextToken();
            return line(parser, path);
        }
    }

    private static int line(JsonParser parser, List<String> path) {
        var here = parser.currentTokenLocation().getLineNr();
        if (path.isEmpty()) {
            return here;
        }
        var rest = path.subList(1, path.size());
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var isMeant = parser.currentName().equals(path.getFirst());
                parser.nextToken();
                if (isMeant) {
                    return line(parser, rest);
                }
                parser.skipChildren();
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (var index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
                if (String.valueOf(index).equals(path.getFirst())) {
                    return line(parser, rest);
                }
                parser.skipChildren();
            }
        }
        return here;
    }
}
