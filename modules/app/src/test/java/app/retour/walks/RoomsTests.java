package app.retour.walks;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rooms of the house: packages that a reader can hold in their head, and that need each other one way only. */
class RoomsTests {
    private static final int MOST_TYPES = 35;

    private static final JavaClasses HOUSE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("app.retour");

    @Test
    void noRoomNeedsOneThatNeedsIt() {
        noCircleIn("app.retour").check(HOUSE);
    }

    @Test
    void aCircleIsSeen() {
        var planted = new ClassFileImporter().importPackages("planted.circle");
        assertThatThrownBy(() -> noCircleIn("planted.circle").check(planted)).isInstanceOf(AssertionError.class);
    }

    @Test
    void noRoomIsCrowded() {
        assertThat(types(HOUSE))
                .isNotEmpty()
                .allSatisfy((room, types) ->
                        assertThat(types).as("types of " + room).isLessThanOrEqualTo(MOST_TYPES));
    }

    @Test
    void everyRoomSaysWhatItIsFor() {
        assertThat(types(HOUSE).keySet())
                .filteredOn(room -> !room.equals("app.retour"))
                .isNotEmpty()
                .allSatisfy(room -> assertThat(HOUSE.contain(room + ".package-info"))
                        .as(room + " has a package-info")
                        .isTrue());
    }

    private static ArchRule noCircleIn(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    /** Types that stand in a file of their own, by package. */
    private static Map<String, Long> types(JavaClasses house) {
        return house.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(type -> type.getPackageName(), TreeMap::new, Collectors.counting()));
    }
}
