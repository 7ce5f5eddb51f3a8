/**
 * Files: photos, logos, documents and imports of a merchant. What a file is decides its content, never its name; images
 * are drawn anew, so that neither scripts nor the place where a photo was taken come along. Rows are here, contents
 * behind {@link app.retour.files.FileStore}.
 */
@ApplicationModule(
        allowedDependencies = {"kernel", "api", "tenants", "tenants :: jobs", "tenants :: tenancy", "privacy"})
@NullMarked
package app.retour.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
