package app.retour.walks;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.app.security.StartedApplication;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.type.BasicPluralType;
import org.hibernate.type.BasicType;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.util.ClassUtils;
import retour.testkit.TestDatabase;

/**
 * Every column whose values are the constants of an enum: the database takes these and no other, so that a constant without
 * a changeset fails here, and not when the first merchant's row is written.
 */
@StartedApplication
class ClosedSetWalkTests {
    /** Columns that plain SQL writes, which no mapping tells of, and the enum whose names they hold. */
    private static final Map<String, String> BY_SQL = Map.ofEntries(
            Map.entry("notifications.moment_switch.moment", "Moment"),
            Map.entry("notifications.notification.audience", "NotificationAudience"),
            Map.entry("notifications.notification.channel", "NotificationChannel"),
            Map.entry("notifications.notification.moment", "Moment"),
            Map.entry("notifications.notification.state", "NotificationState"),
            Map.entry("notifications.template_version.moment", "Moment"),
            Map.entry("orders.customer_order.payment", "Payment"),
            Map.entry("orders.customer_order.tax_mode", "TaxMode"),
            Map.entry("orders.import_job.kind", "ImportKind"),
            Map.entry("orders.import_job.state", "ImportState"),
            Map.entry("orders.outside_refund.kind", "OutsideRefund.Kind"),
            Map.entry("orders.tender.kind", "Tender.Kind"),
            Map.entry("privacy.erasure.actor_kind", "Actor.Kind"),
            Map.entry("returns.fee.kind", "WaterfallLineKind"),
            Map.entry("returns.item_judgement.actor_kind", "Actor.Kind"),
            Map.entry("returns.item_judgement.decision", "ItemDecision"),
            Map.entry("returns.refund_document.tax_mode", "TaxMode"),
            Map.entry("returns.return_settings.resolutions", "Resolution"),
            Map.entry("returns.return_step.actor_kind", "Actor.Kind"),
            Map.entry("rules.back_test.state", "BackTest.State"),
            Map.entry("rules.back_test_change.draft_outcome", "Outcome"),
            Map.entry("rules.back_test_change.live_outcome", "Outcome"),
            Map.entry("rules.shadow_judging.draft_outcome", "Outcome"),
            Map.entry("rules.shadow_judging.live_outcome", "Outcome"),
            Map.entry("rules.shadow_run.state", "ShadowRun.State"),
            Map.entry("tenants.account_mail.kind", "AccountMailText"),
            Map.entry("tenants.one_time_token.purpose", "OneTimeTokens.Purpose"),
            Map.entry("tracking.tracking_event.status", "ParcelStatus"));

    /** Closed sets of words that no enum names. */
    private static final Set<String> WITHOUT_ENUM =
            Set.of("tenants.account_mail.state", "tenants.directory.kind", "orders.order_address.purpose");

    /** What a closed set tends to be called. */
    private static final String SOUNDS_CLOSED =
            "(^|_)(kind|state|status|mode|moment|outcome|decision|grade|disposition|purpose|audience|channel|role|hold)$";

    /** Sound like it and are none, with the reason. */
    private static final Map<String, String> OPEN = Map.of(
            "notifications.notification.subject_kind", "a word of its module's own; nobody asks for all of them",
            "orders.customer_order.channel", "the shop's word: where it was bought",
            "orders.attribute.owner_kind", "the two tables that have attributes, by their names",
            "public.event_publication.status", "Spring Modulith's",
            "tenants.bucket.state", "bytes of Bucket4j",
            "tracking.tracking_event.told_status", "the carrier's word, as it came");

    private static final Pattern WORD = Pattern.compile("'([^']*)'");

    @Autowired
    EntityManagerFactory mappings;

    @Test
    void theDatabaseTakesTheConstantsAndNothingElse() throws Exception {
        var wanted = new TreeMap<String, Set<String>>(mapped());
        assertThat(wanted).as("the mappings were read").hasSizeGreaterThan(20);
        var enums = enumsByName();
        for (var column : BY_SQL.entrySet()) {
            // Two modules may have one of the same name; then they have the same constants.
            var named = enums.getOrDefault(column.getValue(), Set.of());
            assertThat(named).as("enums called %s", column.getValue()).hasSize(1);
            wanted.put(column.getKey(), named.iterator().next());
        }
        var allowed = allowed();
        var wrong = new ArrayList<String>();
        wanted.forEach((column, words) -> {
            var taken = allowed.getOrDefault(column, Set.of());
            if (!taken.equals(words)) {
                wrong.add("%s: a check constraint takes %s, the enum has %s".formatted(column, taken, words));
            }
        });
        assertThat(wrong).isEmpty();
        var unknown = new TreeSet<>(allowed.keySet());
        unknown.removeAll(wanted.keySet());
        assertThat(unknown).as("closed sets that this test does not know").isEqualTo(new TreeSet<>(WITHOUT_ENUM));
    }

    @Test
    void noColumnThatSoundsClosedIsOpenWithoutAReason() throws SQLException {
        var sounding = rows("""
                select n.nspname || '.' || c.relname || '.' || a.attname, '' from pg_attribute a
                join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and c.relpersistence <> 't' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
                  and a.attnum > 0 and not a.attisdropped and a.attname ~ '%s'
                  and format_type(a.atttypid, null) not in ('boolean', 'uuid')
                """.formatted(SOUNDS_CLOSED)).keySet();
        var open = new TreeSet<>(sounding);
        open.removeAll(allowed().keySet());
        assertThat(open).isEqualTo(new TreeSet<>(OPEN.keySet()));
    }

    /** By column, the constants of what Hibernate writes there as words. */
    private Map<String, Set<String>> mapped() {
        var found = new TreeMap<String, Set<String>>();
        mappings.unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .forEachEntityDescriptor(entity -> entity.forEachAttributeMapping((_, part) -> collect(part, found)));
        return found;
    }

    private static void collect(ModelPart part, Map<String, Set<String>> found) {
        if (part instanceof EmbeddableValuedModelPart embedded) {
            embedded.getEmbeddableTypeDescriptor().forEachAttributeMapping((_, inner) -> collect(inner, found));
        } else if (part instanceof SelectableMapping column) {
            var type = column.getJdbcMapping() instanceof BasicPluralType<?, ?> several
                    ? (BasicType<?>) several.getElementType()
                    : column.getJdbcMapping();
            var java = type.getMappedJavaType().getJavaTypeClass();
            if (java.isEnum()) {
                assertThat(type.getJdbcType().isString())
                        .as(column.getSelectionExpression())
                        .isTrue();
                found.put(
                        column.getContainingTableExpression() + "." + column.getSelectionExpression(), constants(java));
            }
        }
    }

    /** By column, the words that a validated constraint on it alone allows. */
    private static Map<String, Set<String>> allowed() throws SQLException {
        var found = new TreeMap<String, Set<String>>();
        rows("""
                select n.nspname || '.' || c.relname || '.' || a.attname, pg_get_constraintdef(k.oid)
                from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
                where k.contype = 'c' and cardinality(k.conkey) = 1 and k.convalidated
                  and pg_get_constraintdef(k.oid) ~ '= ANY \\(ARRAY\\[|<@ ARRAY\\[|^CHECK \\(\\([a-z_]+ = ''[A-Z_]+''::text\\)\\)$'
                """)
                .forEach((column, definition) -> found.put(
                        column,
                        WORD.matcher(definition)
                                .results()
                                .map(word -> word.group(1))
                                .collect(Collectors.toSet())));
        return found;
    }

    private static Set<String> constants(Class<?> of) {
        return Arrays.stream(of.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.toSet());
    }

    /** Their constants by name, with that of the type around it, so that it may move to another package. */
    private static Map<String, Set<Set<String>>> enumsByName() throws IOException, ClassNotFoundException {
        var reader = new CachingMetadataReaderFactory();
        var found = new TreeMap<String, Set<Set<String>>>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:app/retour/**/*.class")) {
            var type = reader.getMetadataReader(file).getClassMetadata();
            if (Enum.class.getName().equals(type.getSuperClassName())) {
                var loaded = ClassUtils.forName(type.getClassName(), null);
                found.computeIfAbsent(ClassUtils.getShortName(loaded), _ -> new HashSet<>())
                        .add(constants(loaded));
            }
        }
        return found;
    }

    private static Map<String, String> rows(String sql) throws SQLException {
        try (var database = TestDatabase.shared().as("postgres");
                var answer = database.createStatement().executeQuery(sql)) {
            var rows = new TreeMap<String, String>();
            while (answer.next()) {
                rows.merge(answer.getString(1), answer.getString(2), String::concat);
            }
            return rows;
        }
    }
}
