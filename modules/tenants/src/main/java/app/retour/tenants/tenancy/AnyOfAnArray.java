package app.retour.tenants.tenancy;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.FunctionContributor;
import org.hibernate.type.StandardBasicTypes;

/**
 * {@code is_any_of(column, :array)} in queries: one array is bound, so that the statement is the same however many there are,
 * and the driver and PostgreSQL plan it once. Found as a service, hence public.
 */
public final class AnyOfAnArray implements FunctionContributor {
    @Override
    public void contributeFunctions(FunctionContributions functions) {
        var truth = functions.getTypeConfiguration().getBasicTypeRegistry().resolve(StandardBasicTypes.BOOLEAN);
        functions
                .getFunctionRegistry()
                .patternDescriptorBuilder("is_any_of", "(?1=any(?2))")
                .setInvariantType(truth)
                .setExactArgumentCount(2)
                .register();
    }
}
