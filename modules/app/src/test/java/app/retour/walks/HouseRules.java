package app.retour.walks;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import app.retour.RetourApplication;
import app.retour.api.OutboundPort;
import app.retour.kernel.Hmac;
import app.retour.kernel.Ids;
import app.retour.tenants.tenancy.TenantOwned;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import java.lang.reflect.Field;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Controller;

/** Rules of the house that the compiler does not know; {@link SeenToFailTests} breaks each of them. */
final class HouseRules {
    private HouseRules() {}

    static Stream<Field> all() {
        return Arrays.stream(HouseRules.class.getDeclaredFields())
                .filter(field -> ArchRule.class.isAssignableFrom(field.getType()));
    }

    /** Public for the other rooms of its module at most: neither in the face of the module nor in what is shown beside it. */
    private static final ArchCondition<JavaClass> SEEN_BY_NO_OTHER_MODULE =
            new ArchCondition<>("be seen by no other module") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    var hidden = !type.getModifiers().contains(JavaModifier.PUBLIC)
                            || type.getPackageName().matches("app\\.retour\\.\\w+\\..+")
                                    && !type.getPackage().isAnnotatedWith(NamedInterface.class);
                    events.add(new SimpleConditionEvent(type, hidden, type.getName() + " is open to other modules"));
                }
            };

    static final ArchRule ENTITIES_ARE_PRIVATE_TO_THEIR_MODULE =
            classes().that().areAnnotatedWith(Entity.class).should(SEEN_BY_NO_OTHER_MODULE);

    static final ArchRule ENTITIES_BELONG_TO_A_TENANT =
            classes().that().areAnnotatedWith(Entity.class).should().beAssignableTo(TenantOwned.class);

    static final ArchRule REPOSITORIES_ARE_PRIVATE_TO_THEIR_MODULE =
            classes().that().areAssignableTo(Repository.class).should(SEEN_BY_NO_OTHER_MODULE);

    static final ArchRule CONTROLLERS_ARE_PRIVATE =
            classes().that().areAnnotatedWith(Controller.class).should().notBePublic();

    static final ArchRule CONTROLLERS_KNOW_THE_FACE_ONLY = noClasses()
            .that()
            .resideInAPackage("..graphql..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.persistence..", "org.springframework.data.jpa..", "org.springframework.jdbc..");

    static final ArchRule NAMES_SAY_WHAT_A_THING_IS =
            noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto|Mapper|Dao)");

    /** The column "avoid" of README's table of words, as far as these words mean nothing else. */
    static final ArchRule NAMES_ARE_THE_WORDS_OF_THE_FIELD = noClasses()
            .should()
            .haveNameMatching(
                    ".*[.$]\\w*(Verdict|Payout|Ticket|Workflow|Alert|Claim|Dossier|Chronicle|Doorkeeper|Desk|Wish|CaseFact)\\w*");

    static final ArchRule CHILDREN_HAVE_THEIR_OWN_REPOSITORY =
            noFields().should().beAnnotatedWith(OneToMany.class).orShould().beAnnotatedWith(ElementCollection.class);

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
            // Nobody joins at present; the planted break keeps the rule awake.
            .allowEmptyShould(true);

    static final ArchRule NOBODY_LOCKS_A_LOADED_ENTITY = noClasses()
            .should()
            .callMethodWhere(target(owner(assignableTo(EntityManager.class))).and(target(name("lock"))));

    static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .that()
            // Ids order rows, they never say when something happened.
            .doNotBelongToAnyOf(Ids.class)
            .and(DescribedPredicate.not(DescribedPredicate.describe("begin with a clock", HouseRules::isClock)))
            .should()
            .callMethodWhere(DescribedPredicate.describe("asks the machine for the time", HouseRules::asksTheMachine))
            .orShould()
            .callConstructor(Date.class);

    static final ArchRule KEYED_HASHES_ARE_MADE_IN_ONE_PLACE = noClasses()
            .that()
            .doNotBelongToAnyOf(Hmac.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Mac.class);

    static final ArchRule NOTHING_IS_PRINTED = noClasses()
            .that()
            .resideOutsideOfPackage("app.retour.embedded..")
            .and()
            // Whoever typed an argument that there is none of, reads it where they typed it.
            .doNotBelongToAnyOf(RetourApplication.class)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    static final ArchRule ENTITIES_HAVE_NO_SETTERS = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameMatching("set[A-Z].*");

    /** So that its calls are refused inside a transaction; see {@link OutboundPort}. */
    static final ArchRule ONLY_WHAT_STANDS_BEHIND_A_PORT_TALKS_TO_A_NETWORK = noClasses()
            .that(DescribedPredicate.not(DescribedPredicate.describe("stand behind a port", HouseRules::isAdapter)))
            .and()
            .resideOutsideOfPackage("app.retour.embedded..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe("talk to a network", HouseRules::talks));

    /** One transport: what a server said is sorted, noted and kept out of logs in one place. */
    static final ArchRule MAIL_LEAVES_BY_ONE_WAY = noClasses()
            .that()
            .resideOutsideOfPackages("app.retour.mail..", "app.retour.embedded..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe("talk to a mail server", HouseRules::talksMail));

    /** By the class itself a caller would go round the refusal. */
    static final ArchRule WHAT_STANDS_BEHIND_A_PORT_IS_REACHED_THROUGH_IT = noClasses()
            .that(DescribedPredicate.not(DescribedPredicate.describe("stand behind a port", HouseRules::isAdapter)))
            .should()
            .dependOnClassesThat(DescribedPredicate.describe("stand behind a port", HouseRules::isAdapter));

    /** A list makes another statement for each length; {@code is_any_of} binds one array, and one plan serves all. */
    static final ArchRule QUERIES_TAKE_ARRAYS_NOT_LISTS = noMethods()
            .should(new ArchCondition<>("ask with a list parameter") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    var text = method.tryGetAnnotationOfType(Query.class).map(Query::value);
                    if (method.getName().matches("\\w+By\\w*In")
                            || text.filter(LIST_PARAMETER.asPredicate()).isPresent()) {
                        events.add(SimpleConditionEvent.satisfied(method, method.getFullName() + " asks with a list"));
                    }
                }
            });

    private static final Pattern LIST_PARAMETER = Pattern.compile("(?i)\\bin\\s*\\(?\\s*[:?]");

    /** What others get the clock from: a clock, and what starts. */
    private static boolean isClock(JavaClass type) {
        return type.isAssignableTo(Clock.class)
                || type.isAnnotatedWith(SpringBootApplication.class)
                || type.tryGetMethod("main", String[].class).isPresent();
    }

    private static boolean asksTheMachine(JavaMethodCall call) {
        var owner = call.getTargetOwner();
        return owner.getPackageName().equals("java.time")
                        && (call.getName().equals("now")
                                        && call.getTarget().getRawParameterTypes().stream()
                                                .noneMatch(type -> type.isEquivalentTo(Clock.class))
                                || owner.isEquivalentTo(Clock.class)
                                        && call.getName().matches("system.*|tick[A-Z].*"))
                || owner.isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis");
    }

    private static boolean talks(JavaClass type) {
        return type.getPackageName().startsWith("java.net.http")
                || talksMail(type)
                || type.getPackageName().startsWith("org.springframework.web.client")
                || type.getPackageName().startsWith("org.springframework.web.reactive.function.client")
                || type.getPackageName().startsWith("com.stripe")
                || type.getName().matches("java\\.net\\.(Socket|URLConnection|HttpURLConnection|DatagramSocket)");
    }

    private static boolean talksMail(JavaClass type) {
        return type.getPackageName().startsWith("jakarta.mail") && !isAddress(type)
                || type.getPackageName().startsWith("org.springframework.mail")
                || type.getPackageName().startsWith("org.eclipse.angus.mail");
    }

    /** Reading an address takes no network. */
    private static boolean isAddress(JavaClass type) {
        return type.isEquivalentTo(InternetAddress.class) || type.isEquivalentTo(AddressException.class);
    }

    /** A line to a mail server is a part of what stands behind a port, wherever it is written. */
    private static boolean isAdapter(JavaClass type) {
        return !type.isInterface() && type.getAllRawInterfaces().stream().anyMatch(HouseRules::isPort)
                || type.isAssignableTo(Transport.class)
                || type.getEnclosingClass().filter(HouseRules::isAdapter).isPresent();
    }

    private static boolean isPort(JavaClass face) {
        return face.isAnnotatedWith(OutboundPort.class);
    }
}
