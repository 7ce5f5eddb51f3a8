package app.retour.returns.record;

import static app.retour.returns.record.AReturn.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.Refusal;
import app.retour.returns.eligibility.WithdrawalPeriod;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What all items of a return share: who looks after it, until when it may be withdrawn, and whether it goes ahead. */
class WhatAReturnKeepsTests {
    private final ReturnAuthorization of = AReturn.of(1).authorization();

    /** 0 stands for a day that nobody knows, which is the longest of all. */
    @Property
    void whateverIsToldWhenTheLongestPeriodStands(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 30) Integer> told) {
        var kept = AReturn.of(1).authorization();
        for (var day : told) {
            kept.withdrawBy(period(day));
        }
        var longest = told.contains(0) ? 0 : told.stream().max(Integer::compare).orElseThrow();
        assertThat(kept.withdrawBy(period(1))).isEqualTo(period(longest));
    }

    private static WithdrawalPeriod period(int day) {
        return new WithdrawalPeriod(day == 0 ? null : LocalDate.of(2026, 11, 1).plusDays(day));
    }

    @Test
    void whatTheRulesRouteAnewDoesNotTakeItFromWhoHasIt() {
        of.routeTo(List.of("vip"), "team-a", "kim", 3);
        assertThat(of.assignee()).isEqualTo("kim");
        of.routeTo(List.of("late"), null, "lee", 1);
        assertThat(of.assignee()).isEqualTo("kim");
        assertThat(of.tags()).containsExactly("late");
        assertThat(of.team()).isNull();
        assertThat(of.priority()).isEqualTo(1);
        of.assignTo(null);
        of.routeTo(List.of(), null, "lee", 1);
        assertThat(of.assignee()).isEqualTo("lee");
    }

    @Test
    void whatGoesAheadWaitsNoMoreAndKeepsItsFirstDay() {
        of.waitUntil(NOW.plusSeconds(60));
        assertThat(of.approvedAt()).isNull();
        of.release(NOW);
        assertThat(of.waitUntil()).isNull();
        of.release(NOW.plusSeconds(9));
        assertThat(of.approvedAt()).isEqualTo(NOW);
        assertThat(of.releasedAt()).isEqualTo(NOW.plusSeconds(9));
    }

    @Test
    void aClosedReturnWaitsForNothing() {
        of.waitUntil(NOW.plusSeconds(60));
        of.close("They keep it", NOW);
        assertThat(of.isClosed()).isTrue();
        assertThat(of.waitUntil()).isNull();
        assertThat(of.closedBecause()).isEqualTo("They keep it");
    }

    @Test
    void stepsAreCountedFromOneWithoutAGap() {
        assertThat(List.of(of.nextStep(), of.nextStep(), of.nextStep())).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whatIsOfNobodyTakesNothingThatTellsWhoItWas() {
        of.requireNotErased("comment");
        of.isOfNobody(NOW);
        assertThat(of.isErased()).isTrue();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> of.requireNotErased("comment"))
                .withMessageStartingWith("Whoever asked for return R-1001 was erased")
                .satisfies(refusal -> assertThat(refusal.field()).containsExactly("comment"));
    }

    @Test
    void theFirstPolicyIsKnownOnceItJudged() {
        assertThat(of.policyVersion()).isNull();
        var version = Objects.requireNonNull(of.id());
        of.judgedBy(version);
        assertThat(of.policyVersion()).isEqualTo(version);
    }
}
