package app.retour.privacy;

import java.util.List;

/**
 * What a module keeps of people: a bean of every module that owns tables. Export and erasure follow from it, and a table or
 * column that it forgets fails the build.
 */
public interface PersonalData {
    /** In the order in which they are erased. */
    List<PersonalTable> tables();
}
