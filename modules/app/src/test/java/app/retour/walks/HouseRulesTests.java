package app.retour.walks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import app.retour.tenants.TenantOwned;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;

/** Rules of the house that the compiler does not know. Each was seen to fail on a planted break. */
@AnalyzeClasses(packages = "app.retour", importOptions = DoNotIncludeTests.class)
class HouseRulesTests {
    @ArchTest
    static final ArchRule ENTITIES_ARE_PRIVATE_TO_THEIR_MODULE = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .notBePublic()
            .andShould()
            .beAssignableTo(TenantOwned.class);

    @ArchTest
    static final ArchRule REPOSITORIES_ARE_PRIVATE_TO_THEIR_MODULE = classes()
            .that()
            .areAssignableTo(Repository.class)
            .should()
            .notBePublic()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_PRIVATE =
            classes().that().areAnnotatedWith(Controller.class).should().notBePublic();

    @ArchTest
    static final ArchRule CONTROLLERS_KNOW_THE_FACE_ONLY = noClasses()
            .that()
            .resideInAPackage("..graphql..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.persistence..", "org.springframework.data.jpa..", "org.springframework.jdbc..");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_THING_IS = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Dto")
            .orShould()
            .haveSimpleNameEndingWith("Mapper")
            .orShould()
            .haveSimpleNameEndingWith("Dao");

    @ArchTest
    static final ArchRule CHILDREN_HAVE_THEIR_OWN_REPOSITORY =
            noFields().should().beAnnotatedWith(OneToMany.class).orShould().beAnnotatedWith(ElementCollection.class);

    @ArchTest
    static final ArchRule THE_DATABASE_KEEPS_THE_FOREIGN_KEYS = fields().that()
            .areAnnotatedWith(JoinColumn.class)
            .should(new ArchCondition<>("leave the constraint to the database") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                    var mode = field.getAnnotationOfType(JoinColumn.class)
                            .foreignKey()
                            .value();
                    events.add(new SimpleConditionEvent(
                            field, mode == ConstraintMode.NO_CONSTRAINT, field.getFullName() + " has " + mode));
                }
            })
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NOBODY_LOCKS_A_LOADED_ENTITY = noClasses()
            .should()
            .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(com.tngtech.archunit.core
                    .domain.properties.HasOwner.Predicates.With.<com.tngtech.archunit.core.domain.JavaClass>owner(
                            com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo(EntityManager.class))
                    .and(com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("lock"))));

    @ArchTest
    static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now");

    @ArchTest
    static final ArchRule NOTHING_IS_PRINTED = noClasses()
            .that()
            .resideOutsideOfPackage("app.retour.embedded..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule ENTITIES_HAVE_NO_SETTERS = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameMatching("set[A-Z].*");
}
