package app.retour.walks;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

/** Every class of the house under every rule of the house. */
@AnalyzeClasses(packages = "app.retour", importOptions = DoNotIncludeTests.class)
class HouseRulesTests {
    @ArchTest
    static final ArchTests RULES = ArchTests.in(HouseRules.class);
}
