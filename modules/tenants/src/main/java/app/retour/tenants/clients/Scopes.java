package app.retour.tenants.clients;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that staff and API clients can be allowed to do. */
public final class Scopes {
    public static final Set<String> ALL = Set.of(
            "tenant:read",
            "tenant:write",
            "staff:write",
            "clients:write",
            "audit:read",
            "orders:read",
            "orders:write",
            "rules:read",
            "rules:write",
            "returns:read",
            "returns:write",
            "returns:decide",
            "receive:write",
            "refunds:write",
            "tracking:read",
            "tracking:write",
            "messages:read",
            "messages:write",
            "privacy:write");

    /** What an API client cannot have: people are managed by people. */
    private static final Set<String> FOR_PEOPLE = Set.of("staff:write", "clients:write");

    private Scopes() {}

    public static boolean grantableToClients(String scope) {
        return ALL.contains(scope) && !FOR_PEOPLE.contains(scope);
    }

    /**
     * What a program is given of what was asked for, each once and in order.
     *
     * @throws Refusal REQUIRED for nothing, INVALID for what no program can have
     */
    static List<String> granted(List<String> asked) {
        var wanted = asked.stream().distinct().sorted().toList();
        if (wanted.isEmpty()) {
            throw new Refusal(ErrorCode.REQUIRED, "Choose what the program may do", "scopes");
        }
        if (!wanted.stream().allMatch(Scopes::grantableToClients)) {
            throw new Refusal(ErrorCode.INVALID, "A program cannot be given one of these scopes", "scopes");
        }
        return wanted;
    }

    public static Set<String> readingAnd(String... more) {
        return Stream.concat(
                        ALL.stream().filter(scope -> scope.endsWith(":read") && !scope.equals("audit:read")),
                        Arrays.stream(more))
                .collect(Collectors.toUnmodifiableSet());
    }
}
