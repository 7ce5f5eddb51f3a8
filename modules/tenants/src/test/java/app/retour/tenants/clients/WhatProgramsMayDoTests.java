package app.retour.tenants.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program can be given that calls the API for a merchant. */
class WhatProgramsMayDoTests {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    @Test
    void eachScopeOnceAndInOrder() {
        assertThat(Scopes.granted(List.of("returns:read", "orders:write", "returns:read")))
                .containsExactly("orders:write", "returns:read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"staff:write", "clients:write", "returns:delete", "RETURNS:READ", "", " returns:read"})
    void peopleAreManagedByPeopleAndWhatIsNoScopeIsNone(String scope) {
        assertThat(Scopes.grantableToClients(scope)).isFalse();
        assertThatThrownBy(() -> Scopes.granted(List.of("returns:read", scope)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID);
                    assertThat(refusal.field()).containsExactly("scopes");
                });
    }

    @Test
    void aProgramThatMayDoNothingIsNone() {
        assertThatThrownBy(() -> Scopes.granted(List.of()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.REQUIRED));
    }

    @Test
    void allButPeopleCanBeGiven() {
        assertThat(Scopes.ALL.stream().filter(scope -> !Scopes.grantableToClients(scope)))
                .containsExactlyInAnyOrder("staff:write", "clients:write");
        assertThat(Scopes.readingAnd("orders:write"))
                .contains("orders:write", "returns:read")
                .doesNotContain("audit:read", "returns:write");
    }

    @Test
    void aProgramIsShownWithoutTheHashOfItsSecret() {
        var program = new RegisteredProgram("rc_1", "Warehouse", "a hash", List.of("returns:read"), NOON);
        assertThat(program.snapshot())
                .isEqualTo(new ApiClient(program.id(), "rc_1", "Warehouse", List.of("returns:read"), NOON, null, null));
        assertThat(program.snapshot().toString()).doesNotContain("a hash");
    }

    @Test
    void whenItWasUsedLastAndWhenItEndedStandsInIt() {
        var program = new RegisteredProgram("rc_1", "Warehouse", "a hash", List.of("returns:read"), NOON);
        program.usedAt(NOON.plusSeconds(1));
        program.usedAt(NOON.plusSeconds(5));
        assertThat(program.isRevoked()).isFalse();
        program.revoke(NOON.plusSeconds(9));
        assertThat(program.isRevoked()).isTrue();
        assertThat(program.snapshot().lastUsedAt()).isEqualTo(NOON.plusSeconds(5));
        assertThat(program.snapshot().revokedAt()).isEqualTo(NOON.plusSeconds(9));
    }
}
