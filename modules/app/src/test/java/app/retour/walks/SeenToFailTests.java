package app.retour.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import planted.BoundToJpa;
import planted.Breaks;

/** A rule that never failed proves nothing: each rule of the house must refuse every class that was planted to break it. */
class SeenToFailTests {
    private static final JavaClasses ALL =
            new ClassFileImporter().importPackages("planted", "app.retour.api", "app.retour.tenants");

    private static final Map<String, List<Class<?>>> PLANTED = Map.ofEntries(
            Map.entry("ENTITIES_ARE_PRIVATE_TO_THEIR_MODULE", List.of(Breaks.PublicEntity.class)),
            Map.entry("ENTITIES_BELONG_TO_A_TENANT", List.of(Breaks.NobodysEntity.class)),
            Map.entry("REPOSITORIES_ARE_PRIVATE_TO_THEIR_MODULE", List.of(Breaks.PublicRepository.class)),
            Map.entry("CONTROLLERS_ARE_PRIVATE", List.of(Breaks.PublicController.class)),
            Map.entry(
                    "CONTROLLERS_KNOW_THE_FACE_ONLY",
                    List.of(planted.graphql.KnowsJpa.class, planted.graphql.KnowsJdbc.class)),
            Map.entry(
                    "NAMES_SAY_WHAT_A_THING_IS",
                    List.of(
                            Breaks.ReturnsImpl.class,
                            Breaks.MoneyUtil.class,
                            Breaks.MoneyUtils.class,
                            Breaks.OrderHelper.class,
                            Breaks.ParcelManager.class,
                            Breaks.OrderDto.class,
                            Breaks.OrderMapper.class,
                            Breaks.OrderDao.class)),
            Map.entry(
                    "NAMES_ARE_THE_WORDS_OF_THE_FIELD",
                    List.of(Breaks.ItemVerdict.class, Breaks.PayoutBook.class, Breaks.SupportTicket.class)),
            Map.entry(
                    "CHILDREN_HAVE_THEIR_OWN_REPOSITORY",
                    List.of(Breaks.OwnsManyEntities.class, Breaks.OwnsManyValues.class)),
            Map.entry("THE_DATABASE_KEEPS_THE_FOREIGN_KEYS", List.of(Breaks.JoinsWithAConstraint.class)),
            Map.entry(
                    "QUERIES_TAKE_ARRAYS_NOT_LISTS",
                    List.of(BoundToJpa.AsksWithAList.class, BoundToJpa.AsksByNameWithAList.class)),
            Map.entry("NOBODY_LOCKS_A_LOADED_ENTITY", List.of(BoundToJpa.Locks.class)),
            Map.entry(
                    "TIME_COMES_FROM_A_CLOCK",
                    List.of(
                            Breaks.TellsInstant.class,
                            Breaks.TellsDay.class,
                            Breaks.TellsDayAndTime.class,
                            Breaks.TellsMillis.class,
                            Breaks.TellsDayOfAZone.class,
                            Breaks.TellsDate.class,
                            Breaks.MakesAClock.class)),
            Map.entry("KEYED_HASHES_ARE_MADE_IN_ONE_PLACE", List.of(Breaks.HashesByItself.class)),
            Map.entry("NOTHING_IS_PRINTED", List.of(Breaks.PrintsOut.class, Breaks.PrintsErrors.class)),
            Map.entry("ENTITIES_HAVE_NO_SETTERS", List.of(Breaks.SettableEntity.class)),
            Map.entry(
                    "ONLY_WHAT_STANDS_BEHIND_A_PORT_TALKS_TO_A_NETWORK",
                    List.of(
                            Breaks.CallsByHttp.class,
                            Breaks.CallsByRestClient.class,
                            Breaks.CallsBySocket.class,
                            Breaks.SendsMail.class)),
            Map.entry("MAIL_LEAVES_BY_ONE_WAY", List.of(Breaks.SendsMail.class)),
            Map.entry("WHAT_STANDS_BEHIND_A_PORT_IS_REACHED_THROUGH_IT", List.of(Breaks.GoesRoundThePort.class)));

    @Test
    void everyRuleHasABreak() {
        assertThat(PLANTED.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        HouseRules.all().map(Field::getName).toList());
    }

    @TestFactory
    Stream<DynamicTest> everyRuleRefusesWhatWasPlantedToBreakIt() {
        return HouseRules.all()
                .flatMap(rule -> PLANTED.getOrDefault(rule.getName(), List.of()).stream()
                        .map(broken -> DynamicTest.dynamicTest(
                                rule.getName() + ": " + broken.getSimpleName(), () -> refuses(rule, broken))));
    }

    /** Looked at alone, so that no other break could be the reason. */
    private static void refuses(Field rule, Class<?> broken) throws IllegalAccessException {
        var one = ALL.that(com.tngtech.archunit.base.DescribedPredicate.describe(
                "the planted one", (JavaClass type) -> type.isEquivalentTo(broken)));
        assertThat(one).hasSize(1);
        var result = ((ArchRule) rule.get(null)).evaluate(one);
        assertThat(result.hasViolation())
                .as(rule.getName() + " against " + broken)
                .isTrue();
        assertThat(result.getFailureReport().getDetails())
                .isNotEmpty()
                .allSatisfy(detail -> assertThat(detail).contains(broken.getSimpleName()));
    }
}
