package app.retour.api;

import graphql.language.StringValue;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask for each field of each object type, read from {@code @access} once for a schema. A field's own rule beats
 * its type's; what has neither is closed, and a schema with such a field is refused whole.
 */
public final class AccessRules {
    private final Map<String, Rule> rules = new HashMap<>();

    private AccessRules() {}

    /**
     * The rule of one field.
     *
     * @param scope what STAFF and INTEGRATOR must hold besides; null for nothing
     */
    public record Rule(Set<Caller.Kind> to, @Nullable String scope) {
        public boolean admits(Caller caller) {
            return to.contains(caller.kind()) && (scope == null || !isScoped(caller) || caller.holds(scope));
        }

        private static boolean isScoped(Caller caller) {
            return caller.is(Caller.Kind.STAFF) || caller.is(Caller.Kind.INTEGRATOR);
        }
    }

    /** @throws IllegalStateException naming every field that nobody opened */
    public static AccessRules of(GraphQLSchema schema) {
        var read = new AccessRules();
        var unruled = new ArrayList<String>();
        for (var type : schema.getAllTypesAsList()) {
            if (type instanceof GraphQLObjectType object && !object.getName().startsWith("__")) {
                var whole = isRoot(schema, object) ? null : ruleOf(schema, object);
                for (var field : object.getFieldDefinitions()) {
                    var own = rule(field);
                    var name = object.getName() + "." + field.getName();
                    if (own != null || whole != null) {
                        read.rules.put(name, own != null ? own : java.util.Objects.requireNonNull(whole));
                    } else {
                        unruled.add(name);
                    }
                }
            }
        }
        if (!unruled.isEmpty()) {
            throw new IllegalStateException("These fields have no @access, nor has their type: " + unruled);
        }
        return read;
    }

    public Map<String, Rule> all() {
        return Map.copyOf(rules);
    }

    /**
     * Whether a caller may ask for a field. Asked of an interface it may be one of several types': one that admits them is
     * enough, since {@code node(id)} gives them no other.
     */
    boolean admits(Caller caller, Collection<String> types, String field) {
        return types.stream().anyMatch(type -> admits(caller, type, field));
    }

    public boolean admits(Caller caller, String type, String field) {
        var rule = rules.get(type + "." + field);
        return rule != null && rule.admits(caller);
    }

    private static boolean isRoot(GraphQLSchema schema, GraphQLObjectType type) {
        return type == schema.getQueryType()
                || type == schema.getMutationType()
                || type == schema.getSubscriptionType();
    }

    /** Connections and edges are generated without a directive; they are as open as what they hold. */
    private static @Nullable Rule ruleOf(GraphQLSchema schema, GraphQLObjectType type) {
        var own = rule(type);
        if (own != null) {
            return own;
        }
        for (var holder : List.of("edges", "node")) {
            var field = type.getFieldDefinition(holder);
            if (field != null && GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType held) {
                return ruleOf(schema, held);
            }
        }
        return null;
    }

    private static @Nullable Rule rule(GraphQLDirectiveContainer container) {
        var access = container.getAppliedDirective("access");
        return access == null ? null : new Rule(audiences(access), scope(access));
    }

    private static Set<Caller.Kind> audiences(GraphQLAppliedDirective access) {
        var names = access.getArgument("to").getArgumentValue().getValue();
        var kinds = EnumSet.noneOf(Caller.Kind.class);
        for (var name : names instanceof graphql.language.ArrayValue array ? array.getValues() : List.of()) {
            if (name instanceof graphql.language.EnumValue kind) {
                kinds.add(Caller.Kind.valueOf(kind.getName()));
            }
        }
        return kinds.stream().collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable String scope(GraphQLAppliedDirective access) {
        var argument = access.getArgument("scope");
        if (argument == null) {
            return null;
        }
        return argument.getArgumentValue().getValue() instanceof StringValue text ? text.getValue() : null;
    }
}
