package app.retour.returns;

import static app.retour.returns.AMerchant.SHOPPER;
import static app.retour.returns.AMerchant.as;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.files.FileId;
import app.retour.files.FileKind;
import app.retour.files.FileStore;
import app.retour.files.FileUpload;
import app.retour.files.Files;
import app.retour.kernel.Actor;
import app.retour.kernel.TenantId;
import app.retour.orders.Order;
import app.retour.privacy.Retention;
import app.retour.returns.eligibility.ReturnRequest;
import app.retour.returns.view.Return;
import app.retour.rules.policy.Resolution;
import app.retour.tenants.jobs.RecurringJob;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.RetourTest;
import retour.testkit.TestClock;

/** What a shop keeps of returns that are over, night by night. */
@RetourTest
class ForgettingEndedReturnsTests {
    @Autowired
    AMerchant merchant;

    @Autowired
    Returns returns;

    @Autowired
    Reviews reviews;

    @Autowired
    Files files;

    @Autowired
    FileStore store;

    @Autowired
    Retention retention;

    @Autowired
    List<RecurringJob> jobs;

    @Autowired
    TestClock clock;

    private TenantId tenant = new TenantId(UUID.randomUUID());

    @BeforeEach
    void aShopAtNoon() {
        clock.setTo(Instant.parse("2026-11-20T11:00:00Z"));
        tenant = merchant.opens();
    }

    @AfterEach
    void realTime() {
        clock.run();
    }

    @Test
    void photosGoNinetyDaysAfterAReturnIsOverAndNotBefore() {
        var order = as(tenant, () -> merchant.sold(3, 5));
        var open = photo(order);
        var over = photo(order);
        var returned = as(tenant, () -> {
            returns.request(asked(order, open), SHOPPER);
            return closed(returns.request(asked(order, over), SHOPPER));
        });
        nights(Duration.ofDays(89));
        assertThat(kept(over)).isTrue();
        nights(Duration.ofDays(2));
        assertThat(kept(over)).as("row and content").isFalse();
        assertThat(kept(open)).as("of a return that is not over").isTrue();
        as(tenant, () -> {
            assertThat(returns.find(returned.returnId())
                            .orElseThrow()
                            .items()
                            .getFirst()
                            .photoFiles())
                    .isEmpty();
            var night = retention.nights().getFirst();
            assertThat(night.endedAt()).isNotNull();
            assertThat(night.counts()).containsEntry("photos", 1);
            return true;
        });
    }

    @Test
    void aShopMayKeepThemForAShorterTime() {
        var order = as(tenant, () -> merchant.sold(1, 5));
        var photo = photo(order);
        as(tenant, () -> {
            retention.keepFor(7);
            return closed(returns.request(asked(order, photo), SHOPPER));
        });
        nights(Duration.ofDays(8));
        assertThat(kept(photo)).isFalse();
    }

    @Test
    void whatNobodyUsesGoesAfterAWeekAndWhatIsUsedStays() {
        var order = as(tenant, () -> merchant.sold(1, 5));
        var used = photo(order);
        var unused = photo(order);
        as(tenant, () -> returns.request(asked(order, used), SHOPPER));
        nights(Duration.ofDays(6));
        assertThat(kept(unused)).isTrue();
        nights(Duration.ofDays(2));
        assertThat(kept(unused)).isFalse();
        assertThat(kept(used)).isTrue();
    }

    @Test
    void aNightIsDoneOnceAndAtNight() {
        clock.setTo(Instant.parse("2026-11-21T00:30:00Z"));
        night();
        assertThat(as(tenant, retention::nights)).as("not before two o'clock").isEmpty();
        clock.advance(Duration.ofHours(3));
        night();
        var first = as(tenant, retention::nights).getFirst();
        clock.advance(Duration.ofHours(3));
        night();
        assertThat(as(tenant, retention::nights)).containsExactly(first);
    }

    private static ReturnRequest asked(Order order, FileId photo) {
        return new ReturnRequest(
                order.id().value(),
                List.of(new ReturnRequest.Item(
                        order.lines().getFirst().id().value(),
                        1,
                        "defective",
                        null,
                        Resolution.REFUND,
                        null,
                        List.of(photo.value()))));
    }

    private Return closed(Return asked) {
        return reviews.close(asked.returnId(), asked.version(), "Settled by telephone", Actor.system());
    }

    private FileId photo(Order order) {
        var drawn = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", drawn);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return as(
                tenant,
                () -> files.store(new FileUpload(
                        FileKind.PHOTO,
                        new ByteArrayInputStream(drawn.toByteArray()),
                        "photo.png",
                        order.id().value())));
    }

    private void nights(Duration later) {
        clock.advance(later);
        night();
    }

    private void night() {
        jobs.stream()
                .filter(job -> job.name().equals("privacy.retention"))
                .findFirst()
                .orElseThrow()
                .run();
    }

    private boolean kept(FileId file) {
        var row = as(tenant, () -> files.open(file)).isPresent();
        assertThat(content(file) != null).as("a content and its row").isEqualTo(row);
        return row;
    }

    private byte @Nullable [] content(FileId file) {
        try (var content = store.read(tenant, file)) {
            return content.readAllBytes();
        } catch (java.io.FileNotFoundException gone) {
            return null;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
