package app.retour.embedded;

import java.lang.management.ManagementFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says where everything is and how to sign in, once the start is done. */
@Component
class Welcome {
    private final String url;

    Welcome(@Value("${retour.public-url}") String url) {
        this.url = url;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        System.out.printf("""

                Retour is ready after %.1f s.

                  Web admin   %s/admin/
                              sign in as owner@fjordwear.example with rainy-fjord-lantern-42
                  Portal      %s/r/fjordwear
                              try order 2400 with mara.brandt.0@shopper.example
                  Inbox       %s/inbox
                  GraphiQL    %s/graphiql/ (sign in to the web admin first)

                Stop with Ctrl+C. The next start keeps the data.

                """, ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0, url, url, url, url);
    }
}
