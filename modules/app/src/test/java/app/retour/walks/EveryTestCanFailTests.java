package app.retour.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import retour.testkit.Sources;

/**
 * Every test says what must hold. Read from the sources of all modules: a method that JUnit or jqwik runs calls an assertion, or
 * a method of a test that does, by whatever way.
 */
class EveryTestCanFailTests {
    private static final Set<String> RUN =
            Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "Property", "Example");

    /** Where AssertJ, Awaitility, ArchUnit, Modulith and Spring's testers begin. */
    private static final Set<String> ASSERTIONS = Set.of(
            "await",
            "fail",
            "verify",
            "check",
            "evaluate",
            "satisfies",
            "andWaitForStateChange",
            "andWaitForEventOfType");

    /** What is written in one method. */
    private record Method(String name, boolean run, boolean throwing, Set<String> calls) {
        boolean asserts() {
            return throwing || calls.stream().anyMatch(call -> call.startsWith("assert") || ASSERTIONS.contains(call));
        }
    }

    @Test
    void noTestIsWithoutAnAssertion() throws IOException {
        assertThat(files()).hasSizeGreaterThan(100);
        try (var manager = compiler().getStandardFileManager(null, null, null)) {
            assertThat(withoutAssertion(manager.getJavaFileObjectsFromPaths(files())))
                    .isEmpty();
        }
    }

    /** It holds of nothing at all. */
    @Test
    void whatIsSaidOfAllIsSaidOfSomething() throws IOException {
        try (var manager = compiler().getStandardFileManager(null, null, null)) {
            assertThat(saidOfNothing(manager.getJavaFileObjectsFromPaths(files())))
                    .isEmpty();
        }
    }

    @Test
    void oneThatHoldsOfNothingIsSeen() throws IOException {
        assertThat(saidOfNothing(List.of(source("""
                class PlantedTests {
                    void empty() { assertThat(rows()).as("rows").allSatisfy(row -> assertThat(row).isNull()); }
                    void some() { assertThat(rows()).isNotEmpty().allMatch(row -> row == null); }
                    void two() { assertThat(rows()).hasSize(2).allMatch(row -> row == null); }
                    void stream() { rows().stream().allMatch(row -> row == null); }
                }"""))))
                .containsExactly("PlantedTests.java: assertThat(rows()).as(\"rows\").allSatisfy");
    }

    @Test
    void oneThatAssertsNothingIsSeen() throws IOException {
        assertThat(withoutAssertion(List.of(source("""
                class PlantedTests {
                    @Test void nothing() { new Shop().open(); }
                    @Test void itself() { assertThat(1).isOne(); }
                    @Test void byAnother() { theShopIsOpen(); }
                    private void theShopIsOpen() { closed(); }
                    private void closed() { assertThat(true).isFalse(); }
                    @Property void neither() { open(); }
                    private void open() {}
                    void noTest() {}
                }"""))))
                .containsExactly("PlantedTests.nothing", "PlantedTests.neither");
    }

    private static List<Path> files() throws IOException {
        return Sources.of("test").stream()
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    private static Iterable<? extends CompilationUnitTree> parsed(Iterable<? extends JavaFileObject> files)
            throws IOException {
        return ((JavacTask) compiler().getTask(null, null, null, List.of("-proc:none"), null, files)).parse();
    }

    private static List<String> saidOfNothing(Iterable<? extends JavaFileObject> files) throws IOException {
        var found = new ArrayList<String>();
        for (CompilationUnitTree unit : parsed(files)) {
            var said = new ArrayList<String>();
            unit.accept(new SaidOfAll(), said);
            var file = Path.of(unit.getSourceFile().getName()).getFileName();
            said.forEach(each -> found.add(file + ": " + each));
        }
        return found;
    }

    private static List<String> withoutAssertion(Iterable<? extends JavaFileObject> files) throws IOException {
        var classes = new HashMap<String, List<Method>>();
        for (CompilationUnitTree unit : parsed(files)) {
            unit.accept(new Reader(), classes);
        }
        // Of helpers that several tests share: by name alone, since nothing is resolved here.
        var asserting = new HashSet<String>();
        var before = -1;
        while (before < asserting.size()) {
            before = asserting.size();
            classes.values().stream()
                    .flatMap(List::stream)
                    .filter(method -> !method.run)
                    .filter(method -> method.asserts() || method.calls.stream().anyMatch(asserting::contains))
                    .forEach(method -> asserting.add(method.name));
        }
        var silent = new ArrayList<String>();
        classes.forEach((name, methods) -> methods.stream()
                .filter(Method::run)
                .filter(method -> !method.asserts() && method.calls.stream().noneMatch(asserting::contains))
                .forEach(method -> silent.add(name + "." + method.name)));
        return silent;
    }

    private static javax.tools.JavaCompiler compiler() {
        return ToolProvider.getSystemJavaCompiler();
    }

    private static JavaFileObject source(String text) {
        return new SimpleJavaFileObject(URI.create("string:///PlantedTests.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    /** Finds the methods of classes, and of each the names of the methods it calls. */
    private static final class Reader extends TreeScanner<@Nullable Void, Map<String, List<Method>>> {
        private String within = "";

        @Override
        public @Nullable Void visitClass(ClassTree type, Map<String, List<Method>> classes) {
            var outer = within;
            within = type.getSimpleName().isEmpty()
                    ? outer
                    : type.getSimpleName().toString();
            super.visitClass(type, classes);
            within = outer;
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, Map<String, List<Method>> classes) {
            var calls = new HashSet<String>();
            var throwing = new boolean[1];
            new Calls(throwing).scan(method.getBody(), calls);
            var run = method.getModifiers().getAnnotations().stream().anyMatch(Reader::isRun);
            classes.computeIfAbsent(within, _ -> new ArrayList<>())
                    .add(new Method(method.getName().toString(), run, throwing[0], calls));
            return super.visitMethod(method, classes);
        }

        private static boolean isRun(AnnotationTree annotation) {
            return RUN.contains(simpleName(annotation.getAnnotationType()));
        }
    }

    private static final class Calls extends TreeScanner<@Nullable Void, Set<String>> {
        private final boolean[] throwing;

        Calls(boolean[] throwing) {
            this.throwing = throwing;
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, Set<String> names) {
            names.add(simpleName(call.getMethodSelect()));
            return super.visitMethodInvocation(call, names);
        }

        @Override
        public @Nullable Void visitMemberReference(MemberReferenceTree reference, Set<String> names) {
            names.add(reference.getName().toString());
            return super.visitMemberReference(reference, names);
        }

        @Override
        public @Nullable Void visitThrow(ThrowTree thrown, Set<String> names) {
            throwing[0] |= thrown.toString().contains("AssertionError");
            return super.visitThrow(thrown, names);
        }
    }

    /** Finds assertions of all elements before which nothing says that there are any. */
    private static final class SaidOfAll extends TreeScanner<@Nullable Void, List<String>> {
        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, List<String> found) {
            if (call.getMethodSelect() instanceof MemberSelectTree said
                    && Set.of("allSatisfy", "allMatch").contains(simpleName(said))
                    && mayBeOfNothing(said.getExpression())) {
                found.add(said.toString());
            }
            return super.visitMethodInvocation(call, found);
        }

        private static boolean mayBeOfNothing(Tree before) {
            if (!(before instanceof MethodInvocationTree call)) {
                return false;
            }
            var name = simpleName(call.getMethodSelect());
            return name.equals("assertThat")
                    || !name.matches("isNotEmpty|hasS.*|contains.*")
                            && call.getMethodSelect() instanceof MemberSelectTree next
                            && mayBeOfNothing(next.getExpression());
        }
    }

    private static String simpleName(Tree named) {
        return switch (named) {
            case IdentifierTree identifier -> identifier.getName().toString();
            case MemberSelectTree selected -> selected.getIdentifier().toString();
            default -> named.toString();
        };
    }
}
