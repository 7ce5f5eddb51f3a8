package app.retour.tenants.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Ids;
import app.retour.tenants.clients.Scopes;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what, and how long an invitation holds. */
class WhatRolesMayDoTests {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    @Test
    void anOwnerMayDoAllAndNobodyMayDoWhatIsNoScope() {
        assertThat(StaffRole.OWNER.scopes()).isEqualTo(Scopes.ALL);
        for (var role : StaffRole.values()) {
            assertThat(Scopes.ALL).containsAll(role.scopes());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "AGENT,     returns:decide, true",
        "AGENT,     refunds:write,  true",
        "AGENT,     rules:write,    false",
        "AGENT,     staff:write,    false",
        "AGENT,     clients:write,  false",
        "AGENT,     tenant:write,   false",
        "AGENT,     privacy:write,  false",
        "AGENT,     audit:read,     false",
        "WAREHOUSE, receive:write,  true",
        "WAREHOUSE, refunds:write,  false",
        "WAREHOUSE, returns:decide, false",
        "WAREHOUSE, messages:read,  false",
        "WAREHOUSE, rules:read,     false",
        "VIEWER,    returns:read,   true",
        "VIEWER,    audit:read,     false",
    })
    void aRoleIsWhatItsWorkNeeds(StaffRole role, String scope, boolean allowed) {
        assertThat(role.scopes().contains(scope)).isEqualTo(allowed);
    }

    @Test
    void whoOnlyLooksWritesNothing() {
        assertThat(StaffRole.VIEWER.scopes()).isNotEmpty().allMatch(scope -> scope.endsWith(":read"));
    }

    @Test
    void anInvitationHoldsForSevenDays() {
        var invitation = new StaffInvitation("ida@example.com", StaffRole.AGENT, NOON);
        assertThat(invitation.isOpenAt(NOON)).isTrue();
        assertThat(invitation.isOpenAt(NOON.plus(Duration.ofDays(7)).minusMillis(1)))
                .isTrue();
        assertThat(invitation.isOpenAt(NOON.plus(Duration.ofDays(7)))).isFalse();
        assertThat(invitation.snapshot())
                .isEqualTo(new Invitation(
                        invitation.id(), "ida@example.com", StaffRole.AGENT, NOON, NOON.plus(Duration.ofDays(7))));
    }

    @Test
    void onceItIsAcceptedOrWithdrawnItHoldsNoLonger() {
        var accepted = new StaffInvitation("ida@example.com", StaffRole.AGENT, NOON);
        accepted.accept(NOON.plusSeconds(1));
        assertThat(accepted.isOpenAt(NOON.plusSeconds(2))).isFalse();
        var withdrawn = new StaffInvitation("ida@example.com", StaffRole.AGENT, NOON);
        withdrawn.revoke(NOON.plusSeconds(1));
        assertThat(withdrawn.isOpenAt(NOON.plusSeconds(2))).isFalse();
    }

    @Test
    void aMemberIsShownWithTheNameAndTheAddressOfThePerson() {
        var person = new PersonRecord(Ids.next(), "ida@example.com", "Ida", "{hash}", 3, new byte[] {1}, true, null);
        var membership = new StaffMembership(person.id(), StaffRole.WAREHOUSE, NOON);
        membership.become(StaffRole.AGENT);
        assertThat(membership.snapshot(person))
                .isEqualTo(new StaffMember(
                        membership.id(), person.id(), "Ida", "ida@example.com", StaffRole.AGENT, true, NOON));
        assertThat(person.snapshot().toString())
                .as("nothing that opens anything")
                .doesNotContain("{hash}");
    }

    @ParameterizedTest
    @CsvSource({
        "' Ida@BÜCHER.example', ida@xn--bcher-kva.example", "ida@example.com, ida@example.com",
        "no address, no address", "'  WHO ', who",
    })
    void anAccountIsOneHoweverItsAddressIsTyped(String typed, String account) {
        assertThat(SignIns.account(typed)).isEqualTo(account);
    }
}
