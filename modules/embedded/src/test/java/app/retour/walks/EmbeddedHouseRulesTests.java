package app.retour.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The launcher keeps the rules of the house too; the application, where the others are looked at, does not know it. */
class EmbeddedHouseRulesTests {
    @TestFactory
    Stream<DynamicTest> everyClassOfTheLauncherKeepsEveryRule() {
        var launcher = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("app.retour.embedded");
        assertThat(launcher).hasSizeGreaterThan(30);
        // Not every rule has something to say here: there are no entities.
        return HouseRules.all()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getName(),
                        () -> ((ArchRule) rule.get(null)).allowEmptyShould(true).check(launcher)));
    }
}
