package app.retour.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every class of the house under every rule of the house. */
class HouseRulesTests {
    /** As tests of their own, not found by annotations: a rule that lacked one was held by nobody. */
    @TestFactory
    Stream<DynamicTest> everyClassKeepsEveryRule() {
        var house = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("app.retour");
        assertThat(house).hasSizeGreaterThan(1_000);
        return HouseRules.all()
                .map(rule -> DynamicTest.dynamicTest(rule.getName(), () -> ((ArchRule) rule.get(null)).check(house)));
    }
}
