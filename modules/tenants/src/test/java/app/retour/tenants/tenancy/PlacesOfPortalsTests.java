package app.retour.tenants.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.tenants.Meanwhile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import retour.testkit.RetourTest;

/** A portal's place leads to one merchant for good: links in old mails work, and nobody gets another's. */
@RetourTest
class PlacesOfPortalsTests {
    private final TenantId shop = new TenantId(Ids.next());
    private final TenantId other = new TenantId(Ids.next());
    private final String books = "books-" + shop.toString().substring(24);
    private final String moreBooks = "more-" + books;

    @Autowired
    Directory directory;

    @Autowired
    Meanwhile meanwhile;

    @Autowired
    JdbcClient jdbc;

    private static void isTaken(Throwable refused) {
        assertThat(refused).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.TAKEN);
            assertThat(refusal.field()).containsExactly("slug");
        });
    }

    @Test
    void aPlaceIsOfWhoCameFirst() {
        directory.addSlug(books, shop);
        assertThat(directory.bySlug(books)).contains(shop);
        assertThatThrownBy(() -> directory.addSlug(books, other)).satisfies(PlacesOfPortalsTests::isTaken);
        assertThat(directory.bySlug(books)).contains(shop);
    }

    @Test
    void ofTwoWhoFindAPlaceFreeAtTheSameMomentOneHasIt() {
        var second = meanwhile.begin(shop, () -> directory.addSlug(books, shop), () -> {
            directory.addSlug(books, other);
            return true;
        });
        isTaken(second.exceptionNow());
        assertThat(directory.bySlug(books)).contains(shop);
    }

    @Test
    void whoComesBackToAFormerPlaceHasItStill() {
        directory.addSlug(books, shop);
        directory.addSlug(moreBooks, shop);
        directory.addSlug(books, shop);
        assertThat(jdbc.sql("select key from tenants.directory where tenant_id = ? order by key")
                        .param(shop.value())
                        .query(String.class)
                        .list())
                .containsExactly(books, moreBooks);
    }

    @Test
    void nobodyIsFoundWhereNobodyIs() {
        assertThat(directory.bySlug(books)).isEmpty();
        assertThat(directory.byClient("rc_" + books)).isEmpty();
        assertThat(directory.ofPerson(Ids.next())).isEmpty();
    }

    @Test
    void aPlaceAProgramAndAPersonAreThreeThings() {
        var person = Ids.next();
        directory.addClient(person.toString(), shop);
        assertThat(directory.bySlug(person.toString())).isEmpty();
        assertThat(directory.ofPerson(person)).isEmpty();
        directory.addPerson(person, other);
        directory.addPerson(person, shop);
        assertThat(directory.ofPerson(person)).containsExactlyInAnyOrder(shop, other);
        directory.removePerson(person, other);
        assertThat(directory.ofPerson(person)).containsExactly(shop);
        assertThat(directory.byClient(person.toString())).contains(shop);
    }
}
