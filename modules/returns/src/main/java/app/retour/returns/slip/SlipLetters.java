package app.retour.returns.slip;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sees to it that nobody prints question marks in silence: a build without letters does not start, and a letter that no
 * file has is counted and told to the operator.
 */
@Component
class SlipLetters implements MeterBinder {
    private static final Logger LOG = LoggerFactory.getLogger(SlipLetters.class);
    private final AtomicLong missing = new AtomicLong();

    /** @param few somebody knows that slips are printed in Latin, Greek, Cyrillic and Hebrew only, and wants it so */
    @Autowired
    SlipLetters(@Value("${retour.slip.few-letters:false}") boolean few) {
        this(few, Faces.areBuilt());
    }

    SlipLetters(boolean few, boolean areBuilt) {
        if (!few && !areBuilt) {
            throw new IllegalStateException(
                    "This build has no letters for return slips: most scripts would be printed as question marks."
                            + " Build it again without -Dfonts.skip and -Dweb.skip, which needs Node 20 or later with npm,"
                            + " or set retour.slip.few-letters=true");
        }
    }

    /** @param letters as they were to be written, each once */
    void missed(String rmaNumber, Set<String> letters) {
        if (letters.isEmpty()) {
            return;
        }
        missing.addAndGet(letters.size());
        LOG.warn(
                "The slip of {} has no letters for {}",
                rmaNumber,
                letters.stream().map(SlipLetters::codes).collect(Collectors.joining(", ")));
    }

    private static String codes(String cluster) {
        return cluster.codePoints().mapToObj("U+%04X"::formatted).collect(Collectors.joining(" "));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("retour.slip.letters.missing", missing, AtomicLong::doubleValue)
                .description("Letters on return slips that no font of this build has; a sign stands in their place")
                .register(registry);
    }
}
