package app.retour;

import java.lang.management.ManagementFactory;
import jdk.management.VirtualThreadSchedulerMXBean;

/**
 * How many threads of the system carry the virtual ones that answer requests. By default as many as there are processors, and
 * on two that is too few for a start under fire: up to JDK 25 whoever waits for a class to be initialised keeps their carrier,
 * and when the one that initialises it waits for a virtual thread that finds no carrier left, all of them wait for ever
 * (JDK-8369238, mended in part by JDK 26). Once the classes are there it is far too many: with every answer of the database
 * one more looks for work and finds none, which took a quarter of all the processors' time.
 */
public final class Carriers {
    private static final String HOW_MANY = "jdk.virtualThreadScheduler.parallelism";

    /** More than there are requests in the first second of a process. */
    private static final int MANY = 256;

    /**
     * For who is still to wait for a class, which nobody asked for in the first minute. The scheduler is made for these: how
     * long a carrier that finds no work goes on looking, spinning, is three times what it was made for, whatever is set later
     * (JDK 25.0.3, seen 2026-11-30).
     */
    private static final int FEW = Math.max(16, 4 * Runtime.getRuntime().availableProcessors());

    private static volatile boolean provided;

    private Carriers() {}

    /** To be called before the first virtual thread; whoever started the JVM with a number of their own keeps it. */
    public static void provide() {
        if (System.getProperty(HOW_MANY) == null) {
            System.setProperty(HOW_MANY, "" + FEW);
            provided = true;
            set(MANY);
        }
    }

    /** To be called when the first requests are answered; a number that the operator gave stays. */
    static void settle() {
        if (provided) {
            set(FEW);
        }
    }

    private static void set(int carriers) {
        ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class).setParallelism(carriers);
    }
}
