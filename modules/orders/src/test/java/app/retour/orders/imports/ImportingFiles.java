package app.retour.orders.imports;

import static app.retour.orders.OrderFixtures.aTenant;

import app.retour.files.FileKind;
import app.retour.files.FileUpload;
import app.retour.files.Files;
import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.orders.Orders;
import app.retour.orders.products.Products;
import app.retour.orders.shoppers.Shoppers;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import retour.testkit.RetourTest;

/** The job is run by hand here, as the scheduler would, so that a test sees its end. */
@RetourTest
@TestPropertySource(properties = "retour.jobs.enabled=false")
abstract class ImportingFiles {
    @Autowired
    Imports imports;

    @Autowired
    ImportRun reading;

    @Autowired
    Orders orders;

    @Autowired
    Products products;

    @Autowired
    Shoppers shoppers;

    @Autowired
    Files files;

    @Autowired
    Tenants tenants;

    TenantId tenant = new TenantId(Ids.next());

    @BeforeEach
    void openShop() {
        tenant = aTenant(tenants);
    }

    <T> T as(Supplier<T> action) {
        return TenantContext.callAs(tenant, action);
    }

    static String sample(String name) {
        try (var in = ImportingFilesIntegrationTests.class.getResourceAsStream("/csv/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Import imported(ImportKind kind, String csv) {
        return as(() -> {
            var file = files.store(new FileUpload(
                    FileKind.IMPORT, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "a.csv", null));
            var started = imports.start(kind, file);
            reading.run(new ImportRun.Wanted(started.id().value()));
            return imports.find(started.id()).orElseThrow();
        });
    }
}
