package app.retour.orders.products;

import app.retour.files.FileId;
import app.retour.files.FileKind;
import app.retour.files.Files;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.orders.rows.Limits;
import app.retour.tenants.tenancy.TenantContext;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pictures of products as pages of ours show them: files kept here, since no page loads a picture from elsewhere. */
@Service
public class ProductPictures {
    private final JdbcClient jdbc;
    private final Files files;

    ProductPictures(JdbcClient jdbc, Files files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    /**
     * Gives variants a picture.
     *
     * @param sku the only variant meant; null: every variant of the product
     * @param picture a file of the kind PHOTO that hangs on no order; null takes the picture away
     * @return the variants that were meant
     * @throws Refusal NOT_FOUND for an unknown product or picture
     */
    @Transactional
    public List<ProductId> set(String productKey, @Nullable String sku, @Nullable FileId picture) {
        var limits = new Limits(List.of());
        limits.text(productKey, Limits.LONG_TEXT, "productKey");
        limits.text(sku, Limits.LONG_TEXT, "sku");
        if (picture != null
                && files.open(picture)
                        .filter(file -> file.kind() == FileKind.PHOTO && file.owner() == null)
                        .isEmpty()) {
            throw new Refusal(ErrorCode.NOT_FOUND, "There is no such picture", "fileId");
        }
        var meant = jdbc.sql("""
                        update orders.product set image_file = :picture
                        where tenant_id = :tenant and product_key = :key and (cast(:sku as text) is null or sku = :sku)
                        returning id
                        """)
                .param("picture", picture == null ? null : picture.value())
                .param("tenant", TenantContext.current().value())
                .param("key", productKey)
                .param("sku", sku)
                .query(UUID.class)
                .list();
        if (meant.isEmpty()) {
            throw new Refusal(ErrorCode.NOT_FOUND, "There is no such product", "productKey");
        }
        return meant.stream().map(ProductId::new).toList();
    }
}
