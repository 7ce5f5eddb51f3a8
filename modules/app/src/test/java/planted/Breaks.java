package planted;

import app.retour.api.OutboundPort;
import app.retour.tenants.tenancy.TenantOwned;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import java.net.Socket;
import java.net.http.HttpClient;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.Repository;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Controller;
import org.springframework.web.client.RestClient;

/** Each class in here breaks the one rule that names it. */
@SuppressWarnings({"JavaTimeDefaultTimeZone", "SystemOut", "UnusedVariable"})
public final class Breaks {
    private Breaks() {}

    @Entity
    public static class PublicEntity extends TenantOwned {}

    @Entity
    public static class NobodysEntity {}

    @Entity
    public static class SettableEntity extends TenantOwned {
        private String name = "";

        public String name() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }
    }

    public interface PublicRepository extends Repository<PublicEntity, UUID> {}

    @Controller
    public static class PublicController {}

    public record ItemVerdict() {}

    public record PayoutBook() {}

    public record SupportTicket() {}

    public record ReturnsImpl() {}

    public record MoneyUtil() {}

    public record MoneyUtils() {}

    public record OrderHelper() {}

    public record ParcelManager() {}

    public record OrderDto() {}

    public record OrderMapper() {}

    public record OrderDao() {}

    public static class OwnsManyEntities {
        @OneToMany
        List<PublicEntity> children = List.of();
    }

    public static class OwnsManyValues {
        @ElementCollection
        List<String> tags = List.of();
    }

    public static class JoinsWithAConstraint {
        @JoinColumn(name = "parcel_id")
        @Nullable
        PublicEntity parcel;
    }

    public record TellsInstant() {
        public Instant now() {
            return Instant.now();
        }
    }

    public record TellsDay() {
        public LocalDate today() {
            return LocalDate.now();
        }
    }

    public record TellsDayAndTime() {
        public LocalDateTime now() {
            return LocalDateTime.now();
        }
    }

    public record TellsMillis() {
        public long now() {
            return System.currentTimeMillis();
        }
    }

    public record TellsDayOfAZone() {
        public LocalDate today() {
            return LocalDate.now(java.time.ZoneOffset.UTC);
        }
    }

    public record TellsDate() {
        public long now() {
            return new java.util.Date().getTime();
        }
    }

    public record MakesAClock() {
        public Instant now() {
            return java.time.Clock.systemUTC().instant();
        }
    }

    public record HashesByItself(javax.crypto.Mac mac) {}

    public record PrintsOut() {
        public void say() {
            System.out.println("hello");
        }
    }

    public record PrintsErrors() {
        public void say() {
            System.err.println("hello");
        }
    }

    public record CallsByHttp(HttpClient client) {}

    public record CallsByRestClient(RestClient client) {}

    public record CallsBySocket(Socket socket) {}

    public record SendsMail(JavaMailSender sender) {}

    @OutboundPort
    public interface Port {
        void call();
    }

    public record Adapter(HttpClient client) implements Port {
        @Override
        public void call() {
            client.version();
        }
    }

    public record GoesRoundThePort(Adapter adapter) {}
}
