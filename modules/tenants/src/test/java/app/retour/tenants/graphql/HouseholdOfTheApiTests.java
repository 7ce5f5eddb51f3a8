package app.retour.tenants.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.kernel.UnknownId;
import app.retour.tenants.Address;
import app.retour.tenants.TenantUpdate;
import app.retour.tenants.people.OpenSession;
import app.retour.tenants.people.StaffSessions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.graphql.data.query.ScrollSubrange;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Small things that the API of accounts does with what it is given. */
class HouseholdOfTheApiTests {
    private static final TenantId SHOP = new TenantId(Ids.next());

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, 20", "1, 1", "100, 100", "101, 100", "1000000, 100"})
    void aPageHasTwentyEntriesUnlessToldOtherwiseAndAHundredAtMost(@Nullable Integer asked, int limit) {
        var page = Page.of(ScrollSubrange.create(null, asked, true));
        assertThat(page.limit()).isEqualTo(limit);
        assertThat(page.position()).isEqualTo(ScrollPosition.keyset());
    }

    @Test
    void anEmptyIdTakesTheLogoAwayAndNoneLeavesIt() {
        assertThat(new TenantController.BrandInput(null, null).logo()).isNull();
        assertThat(new TenantController.BrandInput(null, "").logo()).isEqualTo(new TenantUpdate.Logo(null));
        var file = Ids.next();
        assertThat(new TenantController.BrandInput(null, GlobalId.of("StoredFile", file)).logo())
                .isEqualTo(new TenantUpdate.Logo(file));
        assertThatThrownBy(() -> new TenantController.BrandInput(null, GlobalId.of("Order", file)).logo())
                .isInstanceOf(UnknownId.class);
    }

    @Test
    void whatIsNotSaidOfAMerchantStays() {
        var update =
                new TenantController.UpdateTenantInput(7, null, null, null, null, null, null, null, null).checked();
        assertThat(update).isEqualTo(new TenantUpdate(7, null, null, null, null, null, null, null, null, null));
        var address = new TenantController.AddressInput("Books", "Main Street 1", null, "01067", "Dresden", null, "de");
        var brand = new TenantController.BrandInput("#123456", null);
        var told = new TenantController.UpdateTenantInput(
                        7, "Books", null, null, null, "help@books.example", null, address, brand)
                .checked();
        assertThat(told.returnAddress())
                .isEqualTo(new Address("Books", "Main Street 1", null, "01067", "Dresden", null, "DE"));
        assertThat(told.color()).isEqualTo("#123456");
        assertThat(told.logo()).isNull();
    }

    private static void request(String from, @Nullable UUID session) {
        var authentication = new TestingAuthenticationToken("ida", "n/a");
        authentication.setDetails(new WebAuthenticationDetails(from, session == null ? null : session.toString()));
        SecurityContextHolder.getContext().setAuthentication(authentication);
    }

    @Test
    void whereARequestCameFromIsKnownIfItCameOverTheWeb() {
        assertThat(RemoteAddress.current()).isEqualTo("unknown");
        request("192.0.2.1", null);
        assertThat(RemoteAddress.current()).isEqualTo("192.0.2.1");
    }

    /** Keeps two sessions of one person. */
    private static final class Two implements StaffSessions {
        private final List<OpenSession> open = new ArrayList<>(Stream.of("Firefox on Windows", "Safari on iPhone")
                .map(device -> new OpenSession(UUID.randomUUID(), device, Instant.EPOCH, Instant.EPOCH))
                .toList());
        private final List<Integer> epochs = new ArrayList<>();

        @Override
        public List<OpenSession> of(UUID person) {
            return open;
        }

        @Override
        public boolean end(UUID person, UUID session) {
            return open.removeIf(each -> each.id().equals(session));
        }

        @Override
        public void goOn(UUID person, UUID session, int epoch) {
            epochs.add(epoch);
        }
    }

    private static OwnSession sessions(Two... stores) {
        var beans = new StaticListableBeanFactory();
        for (var store : stores) {
            beans.addBean("sessions", store);
        }
        return new OwnSession(beans.getBeanProvider(StaffSessions.class));
    }

    private static <T> T asIda(@Nullable UUID session, Supplier<T> action) {
        return Caller.staff(SHOP, Ids.next(), Set.of()).call(() -> {
            var known = (AbstractAuthenticationToken)
                    Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
            known.setDetails(new WebAuthenticationDetails("192.0.2.1", session == null ? null : session.toString()));
            return action.get();
        });
    }

    @Test
    void ofSeveralSessionsTheOneOfThisRequestIsMarked() {
        var store = new Two();
        var here = store.open.getLast().id();
        assertThat(asIda(here, () -> sessions(store).all()))
                .extracting(OwnSession.Shown::device, OwnSession.Shown::current)
                .containsExactly(tuple("Firefox on Windows", false), tuple("Safari on iPhone", true));
        assertThat(asIda(null, () -> sessions(store).all()))
                .extracting(OwnSession.Shown::current)
                .containsOnly(false);
        assertThat(asIda(here, () -> sessions().all()))
                .as("where requests come without sessions")
                .isEmpty();
    }

    @Test
    void oneIsEndedOnceAndThisOneGoesOnInTheNewEpoch() {
        var store = new Two();
        var other = store.open.getFirst().id();
        assertThat(asIda(null, () -> sessions(store).end(other))).isTrue();
        assertThat(asIda(null, () -> sessions(store).end(other))).isFalse();
        asIda(store.open.getFirst().id(), () -> {
            sessions(store).goOn(5);
            return true;
        });
        asIda(null, () -> {
            sessions(store).goOn(6);
            return true;
        });
        assertThat(store.epochs).containsExactly(5);
    }
}
