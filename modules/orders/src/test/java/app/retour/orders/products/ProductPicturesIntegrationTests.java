package app.retour.orders.products;

import static app.retour.orders.OrderFixtures.aTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.files.FileId;
import app.retour.files.FileKind;
import app.retour.files.FileUpload;
import app.retour.files.Files;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.RetourTest;

@RetourTest
class ProductPicturesIntegrationTests {
    @Autowired
    ProductPictures pictures;

    @Autowired
    Products products;

    @Autowired
    Files files;

    @Autowired
    Tenants tenants;

    TenantId tenant = new TenantId(Ids.next());

    @BeforeEach
    void openShopWithAShirtInTwoSizes() {
        tenant = aTenant(tenants);
        as(() -> products.upsert(List.of(variant("M"), variant("L"))));
    }

    @Test
    void aPictureIsGivenToAProductAndAnotherToOneVariant() {
        var shirt = as(() -> picture(null));
        var large = as(() -> picture(null));
        as(() -> pictures.set("shirt", null, shirt));
        as(() -> pictures.set("shirt", "S-L", large));

        assertThat(as(() -> products.variantsOf("shirt")))
                .extracting(Product::sku, Product::imageFile)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("S-M", shirt.value()),
                        org.assertj.core.groups.Tuple.tuple("S-L", large.value()));

        as(() -> pictures.set("shirt", null, null));
        assertThat(as(() -> products.variantsOf("shirt"))).isNotEmpty().allMatch(each -> each.imageFile() == null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://shop.example/p.png",
                "javascript:alert(1)",
                "data:image/png;base64,AA==",
                "//shop.example/p.png",
                "https://user@shop.example/p.png",
                "https:///p.png",
                "https://shop.example/a picture.png"
            })
    void aLinkThatNoPageOverHttpsWouldShowIsRefusedByItsField(String link) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(() -> products.upsert(List.of(variant("M", link)))))
                .returns(ErrorCode.INVALID, Refusal::code)
                .returns(List.of("0", "imageUrl"), Refusal::field);
    }

    @Test
    void aShoppersPhotoAForeignPictureOrAnUnknownProductIsRefused() {
        var theirs = as(() -> picture(Ids.next()));
        var ours = as(() -> picture(null));
        refuses(theirs, "shirt");
        refuses(ours, "trousers");
        tenant = aTenant(tenants);
        as(() -> products.upsert(List.of(variant("M"))));
        refuses(ours, "shirt");
    }

    private void refuses(FileId picture, String product) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(() -> pictures.set(product, null, picture)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    private FileId picture(@Nullable UUID owner) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        return files.store(
                new FileUpload(FileKind.PHOTO, new ByteArrayInputStream(bytes.toByteArray()), "shirt.png", owner));
    }

    private static ProductUpsert variant(String size) {
        return variant(size, null);
    }

    private static ProductUpsert variant(String size, @Nullable String link) {
        return new ProductUpsert(
                "shirt",
                "S-" + size,
                "Shirt",
                List.of(new ProductOption("Size", size)),
                0,
                null,
                null,
                null,
                null,
                null,
                link,
                null,
                null,
                null);
    }

    private <T> T as(Supplier<T> action) {
        return TenantContext.callAs(tenant, action);
    }
}
