package app.retour.orders.graphql;

import app.retour.api.Answers;
import app.retour.api.GlobalId;
import app.retour.api.UserError;
import app.retour.files.FileId;
import app.retour.orders.OrderLine;
import app.retour.orders.products.Product;
import app.retour.orders.products.ProductPictures;
import app.retour.orders.products.Products;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Product pictures, in and out. */
@Controller
class ProductPictureController {
    private final ProductPictures pictures;
    private final Products products;

    ProductPictureController(ProductPictures pictures, Products products) {
        this.pictures = pictures;
        this.products = products;
    }

    record SetProductPictureInput(
            String productKey,
            @Nullable String sku,
            @Nullable String fileId) {}

    record SetProductPicturePayload(@Nullable List<Product> products, List<UserError> userErrors) {}

    @MutationMapping
    SetProductPicturePayload setProductPicture(@Argument SetProductPictureInput input) {
        return Answers.of(
                () -> products.findAll(pictures.set(
                        input.productKey,
                        input.sku,
                        input.fileId == null ? null : new FileId(GlobalId.parse(input.fileId, "StoredFile")))),
                taken -> new SetProductPicturePayload(taken, List.of()),
                errors -> new SetProductPicturePayload(null, errors));
    }

    @SchemaMapping(typeName = "Product", field = "imagePath")
    @Nullable
    String ofProduct(Product product) {
        return path(product.imageFile());
    }

    @SchemaMapping(typeName = "OrderLine", field = "imagePath")
    @Nullable
    String ofLine(OrderLine line) {
        return path(line.imageFile());
    }

    private static @Nullable String path(@Nullable UUID file) {
        return file == null ? null : "/files/" + file;
    }
}
