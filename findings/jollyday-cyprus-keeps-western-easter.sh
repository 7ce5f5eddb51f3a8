#!/usr/bin/env bash
# Jollyday 2.19.0 (de.focus-shift:jollyday-core, jollyday-jaxb), HolidayManager for Cyprus and, beside it, Greece.
# Behaviour: the movable feasts of Cyprus are reckoned from Western Easter: in 2027 Easter Monday is 2027-03-29.
# Most would guess: Cyprus keeps Orthodox Easter, as Greece does (both observe 2027-05-03 by law), so that a period that ends
#   on a holiday is extended there on the same days as in Greece.
# Seen: CY 2027-03-29 true, 2027-05-03 false; GR 2027-03-29 false, 2027-05-03 true
# Run by hand: bash findings/jollyday-cyprus-keeps-western-easter.sh   Needs Maven and JDK 17 or later.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>finding</groupId><artifactId>cyprus</artifactId><version>1</version>
<dependencies>
<dependency><groupId>de.focus-shift</groupId><artifactId>jollyday-core</artifactId><version>2.19.0</version></dependency>
<dependency><groupId>de.focus-shift</groupId><artifactId>jollyday-jaxb</artifactId><version>2.19.0</version></dependency>
</dependencies>
</project>
POM
mvn --batch-mode --quiet org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib >&2
cat > Cyprus.java <<'JAVA'
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;

class Cyprus {
    public static void main(String[] none) {
        for (var country : new String[] {"cy", "gr"}) {
            var holidays = HolidayManager.getInstance(ManagerParameters.create(country));
            for (var day : new String[] {"2027-03-29", "2027-05-03"}) {
                System.out.println(country + " " + day + " " + holidays.isHoliday(LocalDate.parse(day)));
            }
        }
    }
}
JAVA
said=$(java -cp 'lib/*' Cyprus.java 2>/dev/null)
echo "$said"
[ "$said" = "$(printf 'cy 2027-03-29 true\ncy 2027-05-03 false\ngr 2027-03-29 false\ngr 2027-05-03 true')" ] \
    || { echo "Jollyday says otherwise now: look again"; exit 1; }
