package app.retour.embedded.demo;

import app.retour.kernel.Refusal;
import app.retour.tenants.Address;
import app.retour.tenants.NewTenant;
import app.retour.tenants.Tenant;
import app.retour.tenants.TenantUpdate;
import app.retour.tenants.Tenants;
import app.retour.tenants.people.SignUps;
import app.retour.tenants.people.StaffRole;
import app.retour.tenants.tenancy.TenantContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Opens the demo account before anything is served and before any job runs, when there is none yet. */
@Component
class DemoStart implements SmartLifecycle {
    static final String SLUG = "fjordwear";
    static final String EMAIL = "owner@fjordwear.example";
    static final String PASSWORD = "rainy-fjord-lantern-42";
    private final Tenants tenants;
    private final SignUps signUps;
    private final DemoMerchant merchant;
    private final TravellingClock clock;
    private final boolean wanted;
    private final Path unfinished;
    private volatile boolean running;

    DemoStart(
            Tenants tenants,
            SignUps signUps,
            DemoMerchant merchant,
            TravellingClock clock,
            @Value("${retour.demo:true}") boolean wanted,
            @Value("${retour.demo.unfinished}") Path unfinished) {
        this.tenants = tenants;
        this.signUps = signUps;
        this.merchant = merchant;
        this.clock = clock;
        this.unfinished = unfinished;
        this.wanted = wanted;
    }

    @Override
    public void start() {
        running = true;
        if (!wanted) {
            return;
        }
        if (tenants.bySlug(SLUG).isEmpty()) {
            open();
        } else if (Files.exists(unfinished)) {
            System.out.println("An earlier start was cut off while it told the demo merchant's story. To tell it again,"
                    + " stop and delete the data folder.");
        }
    }

    private void open() {
        System.out.println("First start: telling the demo merchant's story, 400 orders and 120 returns.");
        try {
            Files.createFile(unfinished);
            clock.travelTo(clock.present().minus(DemoMerchant.BEFORE));
            var opened = signUps.open(
                    NewTenant.of("Fjordwear", SLUG, "EUR", "Europe/Berlin", "en"), EMAIL, "Ingrid Solheim", PASSWORD);
            TenantContext.runAs(opened.tenant(), this::goLive);
            var told = new AtomicInteger(-10);
            merchant.tell(opened.tenant(), opened.owner(), StaffRole.OWNER.scopes(), percent -> {
                if (percent >= told.get() + 10) {
                    told.set(percent);
                    System.out.printf("  %d %%%n", percent);
                }
            });
            Files.delete(unfinished);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } finally {
            clock.comeHome();
        }
    }

    private void goLive() {
        var settled = tenants.update(settings(tenants.current()));
        try {
            tenants.goLive(settled.version());
        } catch (Refusal refusal) {
            throw new IllegalStateException("The demo account cannot go live: " + refusal.getMessage(), refusal);
        }
    }

    private static TenantUpdate settings(Tenant tenant) {
        return new TenantUpdate(
                tenant.version(),
                null,
                null,
                null,
                null,
                "hello@fjordwear.example",
                "returns-team@fjordwear.example",
                new Address("Fjordwear Returns", "Hafenstraße 12", null, "20457", "Hamburg", null, "DE"),
                "#1f5d57",
                null);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server and before the jobs, which start last. */
    @Override
    public int getPhase() {
        return 0;
    }
}
