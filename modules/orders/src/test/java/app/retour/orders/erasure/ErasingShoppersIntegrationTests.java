package app.retour.orders.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.orders.imports.Import;
import org.junit.jupiter.api.Test;

/** What stays of a shopper who was erased, what goes and what is left alone. */
class ErasingShoppersIntegrationTests extends Erasing {
    @Test
    void whoIsBlockedStaysBlockedAndNobodyElseBecomesSo() {
        var blocked = buys(EMAIL, "B-1");
        var free = buys("free@lovelace.example", "F-1");
        is(EMAIL, true);
        assertThat(erase(blocked).kept()).singleElement().asString().contains("blocked", "keyed hash");
        assertThat(erase(free).kept()).isEmpty();
        assertThat(text("select string_agg(k, '') from privacy.erasure e, unnest(e.kept) k where e.tenant_id = ?"))
                .contains("blocked");
        assertThat(text("select string_agg(to_jsonb(a)::text, '') from orders.erased_address a where a.tenant_id = ?"))
                .doesNotContain("lovelace");

        assertThat(shopper(buys(EMAIL, "B-2")).blocked()).isTrue();
        assertThat(shopper(buys("free@lovelace.example", "F-2")).blocked()).isNull();
        erase(buys(EMAIL, "B-3"));
        assertThat(shopper(buys(EMAIL, "B-4")).blocked()).as("erased again").isTrue();
        is(EMAIL, false);
        erase(buys(EMAIL, "B-5"));
        assertThat(shopper(buys(EMAIL, "B-6")).blocked()).as("let in meanwhile").isNull();
    }

    @Test
    void onlyWhatImportsSaidOfThemGoes() {
        var theirs = buys(EMAIL, "1001");
        var of = imported("orders of lovelace.csv", problemOf("#1001"));
        var others = imported("orders.csv", problemOf("#2002"));
        assertThat(of.errorFile()).isNotNull();
        var erased = erase(theirs);
        assertThat(erased.rows().get("imports"))
                .as("a problem, its file, a name")
                .isEqualTo(3);
        assertThat(found(of)).returns(null, Import::errorFile).returns(null, Import::fileName);
        assertThat(open(of)).isFalse();
        assertThat(found(others)).isEqualTo(others);
        assertThat(open(others)).isTrue();
        assertThat(as(() -> imports.problems(others.id(), 10))).hasSize(1);
        assertThat(as(() -> imports.problems(of.id(), 10))).isEmpty();
    }
}
