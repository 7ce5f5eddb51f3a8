package app.retour.notifications;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.orders.Orders;
import app.retour.orders.shoppers.Shopper;
import app.retour.orders.shoppers.ShopperId;
import app.retour.returns.Returns;
import app.retour.returns.events.ReturnId;
import app.retour.tenants.Address;
import app.retour.tenants.NewTenant;
import app.retour.tenants.TenantUpdate;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Merchants, shoppers and returns for a test to tell about. */
@TestConfiguration(proxyBeanMethods = false)
class Scenery {
    private final Map<UUID, Shopper> shoppers = new ConcurrentHashMap<>();
    final FakeReturns returns = new FakeReturns();

    @Bean
    @Primary
    Returns returnsOfTheTest() {
        var fake = mock(Returns.class);
        when(fake.notice(any())).thenAnswer(asked -> returns.notice(asked.getArgument(0, ReturnId.class)));
        return fake;
    }

    @Bean
    @Primary
    Orders ordersOfTheTest() {
        var fake = mock(Orders.class);
        when(fake.shopper(any()))
                .thenAnswer(asked -> Optional.ofNullable(
                        shoppers.get(asked.getArgument(0, ShopperId.class).value())));
        return fake;
    }

    @Bean
    Merchandise merchandise(Tenants tenants) {
        return new Merchandise(tenants, shoppers, returns);
    }

    /** What a test asks for. */
    record Merchandise(Tenants tenants, Map<UUID, Shopper> shoppers, FakeReturns returns) {
        TenantId aLiveMerchant() {
            var tenant = aMerchantBeforeGoLive();
            TenantContext.runAs(tenant, () -> tenants.goLive(tenants.current().version()));
            return tenant;
        }

        TenantId aMerchantBeforeGoLive() {
            var slug = "t-" + UUID.randomUUID().toString().substring(0, 12);
            var tenant = tenants.open(NewTenant.of("Lumen & Co", slug, "EUR", "Europe/Berlin", "en"));
            TenantContext.runAs(
                    tenant,
                    () -> tenants.update(new TenantUpdate(
                            tenants.current().version(),
                            null,
                            null,
                            null,
                            null,
                            "help@lumen.example",
                            teamOf(tenant),
                            new Address("Lumen & Co", "Mill Lane 4", null, "10115", "Berlin", null, "DE"),
                            null,
                            null)));
            return tenant;
        }

        String teamOf(TenantId tenant) {
            return "team-%s@lumen.example".formatted(tenant);
        }

        UUID aShopper() {
            return aShopperReading(null);
        }

        UUID aShopperReading(@Nullable String language) {
            var id = Ids.next();
            shoppers.put(
                    id,
                    new Shopper(
                            new ShopperId(id),
                            emailOf(id),
                            "Ada <b>Example</b>",
                            null,
                            language,
                            null,
                            null,
                            null,
                            null));
            return id;
        }

        String emailOf(UUID shopper) {
            return "ada-%s@example.com".formatted(shopper);
        }

        List<MimeMessage> mailOf(String address) {
            return Arrays.stream(Inbox.SERVER.getReceivedMessages())
                    .filter(message -> recipient(message).equals(address))
                    .toList();
        }

        private static String recipient(MimeMessage message) {
            try {
                return message.getAllRecipients()[0].toString();
            } catch (MessagingException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }
    }
}
