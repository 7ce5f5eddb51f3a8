package app.retour.embedded.demo;

import app.retour.kernel.Refusal;
import app.retour.tenants.Address;
import app.retour.tenants.NewTenant;
import app.retour.tenants.SignUps;
import app.retour.tenants.StaffRole;
import app.retour.tenants.Tenant;
import app.retour.tenants.TenantContext;
import app.retour.tenants.TenantUpdate;
import app.retour.tenants.Tenants;
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
    private final boolean wanted;
    private volatile boolean running;

    DemoStart(Tenants tenants, SignUps signUps, DemoMerchant merchant, @Value("${retour.demo:true}") boolean wanted) {
        this.tenants = tenants;
        this.signUps = signUps;
        this.merchant = merchant;
        this.wanted = wanted;
    }

    @Override
    public void start() {
        running = true;
        if (!wanted) {
            return;
        }
        var known = tenants.bySlug(SLUG);
        if (known.isEmpty()) {
            open();
        } else if (!TenantContext.callAs(known.get(), tenants::current).live()) {
            System.out.println("The demo merchant was not finished by an earlier start, or is paused. To tell her story"
                    + " again, stop and delete the data folder.");
        }
    }

    private void open() {
        System.out.println("First start: telling the demo merchant's story, 400 orders and 120 returns.");
        var opened = signUps.open(
                NewTenant.of("Fjordwear", SLUG, "EUR", "Europe/Berlin", "en"), EMAIL, "Ingrid Solheim", PASSWORD);
        var told = new AtomicInteger(-10);
        merchant.tell(opened.tenant(), opened.owner(), StaffRole.OWNER.scopes(), percent -> {
            if (percent >= told.get() + 10) {
                told.set(percent);
                System.out.printf("  %d %%%n", percent);
            }
        });
        TenantContext.runAs(opened.tenant(), this::goLive);
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
