package app.retour.tenants.people;

import static app.retour.tenants.people.AccountFixtures.PASSWORD;
import static app.retour.tenants.people.AccountFixtures.aBusiness;
import static app.retour.tenants.people.AccountFixtures.anEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.RetourTest;
import retour.testkit.TestClock;

/** Each kind of link in a mail: good once, for a while, and only the newest. */
@RetourTest
class MailLinksTests {
    private static final String OTHER = "seven lazy turtles paint the harbour";

    @Autowired
    SignUps signUps;

    @Autowired
    People people;

    @Autowired
    Invitations invitations;

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    TestClock clock;

    @AfterEach
    void backToRealTime() {
        clock.run();
    }

    @Test
    void aLinkToConfirmIsGoodForADayAndTheNewestOnly() {
        hold(Duration.ofHours(24), () -> {
            var email = anEmail();
            return new Link(() -> signUps.signUp(aBusiness(), email, "Olga", PASSWORD, email), email, signUps::confirm);
        });
    }

    @Test
    void aLinkToANewPasswordIsGoodForAnHourAndTheNewestOnly() {
        hold(Duration.ofHours(1), () -> {
            var owner = fixtures.anOwner();
            return new Link(
                    () -> people.requestReset(owner.email(), owner.email()),
                    owner.email(),
                    token -> people.reset(token, OTHER));
        });
    }

    @Test
    void anInvitationIsGoodForSevenDaysAndTheNewestOnly() {
        hold(Duration.ofDays(7), () -> {
            var owner = fixtures.anOwner();
            var email = anEmail();
            return new Link(
                    () -> fixtures.as(owner, () -> invitations.invite(email, StaffRole.AGENT)),
                    email,
                    token -> invitations.accept(token, "Mia", PASSWORD, email));
        });
    }

    @Test
    void aLinkToANewPasswordEndsWhenThePasswordIsChangedAnotherWay() {
        var owner = fixtures.anOwner();
        people.requestReset(owner.email(), owner.email());
        var token = fixtures.tokenFor(owner.email());
        people.changePassword(owner.person(), PASSWORD, OTHER);
        isSpent(token, given -> people.reset(given, PASSWORD));
    }

    @Test
    void whatSomebodyElseAskedForInTheNameOfAnAddressEndsWithItsOwnRequest() {
        var email = anEmail();
        signUps.signUp(aBusiness(), email, "Eve", "what only Eve can know of it", "elsewhere");
        var eves = fixtures.tokenFor(email);
        signUps.signUp(aBusiness(), email, "Olga", PASSWORD, "here");
        isSpent(eves, signUps::confirm);
        signUps.confirm(fixtures.tokenFor(email));
    }

    private record Link(Runnable ask, String email, Consumer<String> use) {}

    private void hold(Duration lifetime, Supplier<Link> links) {
        var link = links.get();
        link.ask.run();
        var earlier = fixtures.tokenFor(link.email);
        link.ask.run();
        var newest = fixtures.tokenFor(link.email);
        isSpent(earlier, link.use);
        link.use.accept(newest);
        isSpent(newest, link.use);
        clock.run();
        var late = links.get();
        late.ask.run();
        var token = fixtures.tokenFor(late.email);
        clock.advance(lifetime.plusMinutes(1));
        isSpent(token, late.use);
        clock.run();
        var last = links.get();
        last.ask.run();
        clock.advance(lifetime.minusMinutes(1));
        last.use.accept(fixtures.tokenFor(last.email));
    }

    private static void isSpent(String token, Consumer<String> use) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> use.accept(token))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }
}
