package app.retour.journeys;

import app.retour.Carriers;
import app.retour.RetourApplication;
import app.retour.returns.refunds.RefundGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Primary;

/** The application with a payment provider that is asked over HTTP: the {@link Bank} of the test that started it. */
final class RetourWithBank {
    private RetourWithBank() {}

    public static void main(String... arguments) {
        Carriers.provide();
        SpringApplication.run(new Class<?>[] {RetourApplication.class, BankByHttp.class}, arguments);
    }

    /** Registered by hand: no other test may find it. */
    @Primary
    static class BankByHttp implements RefundGateway {
        private final HttpClient client = HttpClient.newHttpClient();
        private final String address;

        BankByHttp(@Value("${bank.address}") String address) {
            this.address = address;
        }

        @Override
        public Answer pay(Payment payment) {
            var asking = HttpRequest.newBuilder(URI.create(address + "/" + payment.key()))
                    .timeout(Duration.ofMinutes(1))
                    .POST(BodyPublishers.ofString("%s %s"
                            .formatted(payment.id(), payment.amount().amount().toPlainString())))
                    .build();
            try {
                return new Answer.Paid(
                        client.send(asking, BodyHandlers.ofString()).body());
            } catch (IOException noAnswer) {
                throw new UncheckedIOException(noAnswer);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }
}
