package app.retour.orders;

import org.jspecify.annotations.Nullable;

/** A record that is like another but for one component. */
public final class Changed {
    private Changed() {}

    /** @param component by its name; a wrong one is a mistake of the test */
    @SuppressWarnings("unchecked")
    public static <T extends Record> T with(T like, String component, @Nullable Object value) {
        try {
            var components = like.getClass().getRecordComponents();
            var types = new Class<?>[components.length];
            var values = new Object[components.length];
            var known = false;
            for (var i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                var isIt = components[i].getName().equals(component);
                values[i] = isIt ? value : components[i].getAccessor().invoke(like);
                known |= isIt;
            }
            if (!known) {
                throw new AssertionError("There is no " + component);
            }
            var constructor = like.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return (T) constructor.newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("A record can be read and made", impossible);
        }
    }
}
